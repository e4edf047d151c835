/** @returns `google.create_event` as a person reads it: `Create event`. */
export function actionTitle(action: string): string {
  const words = action.slice(action.indexOf('.') + 1).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
