export interface CalendarWord {
  readonly grain: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly from: number;
}

export interface PeriodEdge {
  readonly edge: 'start' | 'end';
  readonly grain?: Exclude<CalendarWord['grain'], 'day'>;
}

/** Folded phrases with what they mean. */
type Pairs = readonly (readonly [string, string])[];

/** `last year=year:-1` */
export const calendarWordsOf = (pairs: Pairs): ReadonlyMap<string, CalendarWord> =>
  new Map(
    pairs.map(([phrase, meaning]) => {
      const [grain, from] = meaning.split(':');
      return [phrase, { grain: grain as CalendarWord['grain'], from: Number(from) }] as const;
    }),
  );

/** `the end of=end`, `year end=year:end` */
export const periodEdgesOf = (pairs: Pairs): ReadonlyMap<string, PeriodEdge> =>
  new Map(
    pairs.map(([phrase, meaning]) => {
      const [edge, grain] = meaning.split(':').reverse();
      const named = grain === undefined ? {} : { grain: grain as NonNullable<PeriodEdge['grain']> };
      return [phrase, { edge: edge as PeriodEdge['edge'], ...named }] as const;
    }),
  );
