const WORD = /[A-Za-z]+/g;

/**
 * Whether `written` has other capitals than the name it spells, in a way that nobody chooses: Deepseek, Hugging face. All small and
 * all capital letters are ways to type; Ernie for ERNIE and Iflytek for iFLYTEK are ways to print. A word that `mayStand` as it is
 * written (cloud in Alibaba cloud, LLaMA) is right anyhow.
 */
export function hasWrongCapitals(
  written: string,
  right: string,
  mayStand: (word: string) => boolean,
): boolean {
  if (written === right || written === written.toLowerCase() || written === written.toUpperCase())
    return false;
  const words = written.match(WORD) ?? [];
  const rightWords = right.match(WORD) ?? [];
  return words.some((word, i) => {
    const own = rightWords[i] ?? word;
    return own !== word && own.length > 1 && !mayStand(word) && isWrong(word, own);
  });
}

function isWrong(word: string, right: string): boolean {
  if (word.toUpperCase() === word && word.length > 1) return false;
  if (isCapitalised(right)) return true;
  // GLM, iFLYTEK, xAI: print makes Glm, Iflytek and Xai of them.
  return !/^[a-z]?[A-Z]+$/.test(right) && !/^[a-z]/.test(right);
}

function isCapitalised(word: string): boolean {
  return /^[A-Z][a-z]*$/.test(word);
}
