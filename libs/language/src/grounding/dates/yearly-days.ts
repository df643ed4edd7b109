/** A day or stretch of days of every year: when it begins, and for how many months it lasts. */
export type YearlyDays =
  { readonly month: number; readonly day: number; readonly months: number } | { readonly easter: number };

/** `christmas=12-25|summer=6-1+3|easter=easter|whitsun=easter+49` */
export const yearlyDaysOf = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, YearlyDays> =>
  new Map(
    pairs.map(([phrase, meaning]): readonly [string, YearlyDays] => {
      const [begins = '', more = '0'] = meaning.split('+');
      if (begins === 'easter') return [phrase, { easter: Number(more) }];
      const [month = 1, day = 1] = begins.split('-').map(Number);
      return [phrase, { month, day, months: Number(more) }];
    }),
  );
