/**
 * A message of the API or the command line as a page sets it. There, quotation marks are those of a keyboard,
 * so that what they hold can be copied and searched for.
 */
export function curlyQuotes(message: string): string {
  return message.replace(/"([^"]*)"/gu, '“$1”');
}
