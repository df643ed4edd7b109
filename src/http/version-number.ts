import { ParseIntPipe } from '@nestjs/common';

import { HttpProblem } from './problem';

/** Reads the number of a version in an address. */
export const VERSION_NUMBER = new ParseIntPipe({
  exceptionFactory: () => new HttpProblem(400, 'bad-version', 'A version is named by its number, such as 1.'),
});
