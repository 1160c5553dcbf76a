/** Long work: imports of many documents and audits of large collections. */
export { resumeTasks } from './queue';
export { cancelTask, wantAudit, wantImport, type Upload } from './submit';
export { isOver, listTasks, openTask, shown, type ShownTask } from './tasks';
