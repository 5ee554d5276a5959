// What the JavaScript engine of classic Outlook offers beside ECMAScript 2016: no page, only a timer.
declare function setTimeout(run: () => void, delay: number): number;
