import { clientCommands, serverCommands } from '../server/protocol.ts';

/** All commands of the extension, as package.json contributes them. */
export const commandIds = {
  checkNote: 'ecosystemNotes.checkNote',
  search: 'ecosystemNotes.search',
  showStatus: 'ecosystemNotes.showStatus',
  showOutput: 'ecosystemNotes.showOutput',
  restartServer: 'ecosystemNotes.restartServer',
  filterTree: 'ecosystemNotes.filterTree',
  clearFilter: 'ecosystemNotes.clearFilter',
  refreshTree: 'ecosystemNotes.refreshTree',
  openRecord: 'ecosystemNotes.openRecord',
  openOriginal: 'ecosystemNotes.openOriginal',
  insert: 'ecosystemNotes.insert',
  insertName: 'ecosystemNotes.insertName',
  insertFigure: 'ecosystemNotes.insertFigure',
  copyId: 'ecosystemNotes.copyId',
  findMentions: 'ecosystemNotes.findMentions',
  showInTree: clientCommands.showInTree,
  insertCitation: clientCommands.insertCitation,
  recordFact: clientCommands.recordFact,
  harvest: 'ecosystemNotes.harvest',
  takeBaseline: serverCommands.takeBaseline,
  arrangeTree: 'ecosystemNotes.arrangeTree',
  reportFalseAlarm: 'ecosystemNotes.reportFalseAlarm',
  openSample: 'ecosystemNotes.openSample',
  newFactBase: 'ecosystemNotes.newFactBase',
  completionAccepted: 'ecosystemNotes.completionAccepted',
} as const;

/** What a link in a hover card may run. Each of them only reads or navigates. */
export const HOVER_COMMANDS: string[] = [
  commandIds.openRecord,
  commandIds.search,
  commandIds.showStatus,
  commandIds.showInTree,
  commandIds.insertCitation,
];
