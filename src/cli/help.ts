export const HELP = `ecosystem-notes: checks the figures in notes about the AI ecosystem against sourced facts

  ecosystem-notes check [PATH…]        checks notes: files, folders, globs; - reads standard input
  ecosystem-notes explain FILE:LINE    says how each figure of a line was read, and which facts decided
  ecosystem-notes facts verify         proves that the facts say what their sources say
  ecosystem-notes facts list           lists facts
  ecosystem-notes lsp --stdio          serves the Language Server Protocol

  --format pretty|json|sarif|github    how to print (pretty)
  --fail-on error|warning|information|never
                                       exit with 1 for findings of this severity and above (error)
  --figures                            with check: every figure that was read, claim or not (json)
  --baseline FILE                      with check: findings of before, which are not reported again
                                       (.ecosystem-notes-baseline.json in the working folder when left out)
  --update-baseline                    with check: what is found becomes the baseline
  --stdin-path NAME                    with check -: the name that standard input is shown under
  --documents DIR                      with facts verify: the original documents, to find each fact in
  --subject, --metric, --source NAME   with facts list: only these; --conflicts: only what sources dispute
  --facts DIR                          further facts over the bundled ones; may be given several times
  --today YYYY-MM-DD                   what "now" is for notes without a date
  --language auto|en|zh                language of messages (auto: that of the terminal)
  --config FILE                        settings; .ecosystem-notes.yaml in the working folder when left out
  --version, --help

Exit status: 0 nothing to report, 1 findings, 2 the run itself failed.
`;
