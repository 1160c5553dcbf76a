/** Long work: imports of many documents and audits of large collections. */
export { resumeTasks } from './queue';
export { fileOf, readForm, readUpload } from './read-upload';
export { cancelTask, wantAudit, wantImport, type Upload } from './submit';
export { taskEvents } from './task-events';
export { isOver, listTasks, openTask, shown, type ShownTask } from './tasks';
