// Claims: what each figure says, and which figures say the same.
export type { Claim, Mention, Role, Stated } from './claim';
export {
  agreeOnCircumstances,
  agreeOnPeriod,
  comparable,
  mayBeOneClaim,
  oddsOfDigits,
  periodRelation,
  sameScaleSlip,
  scaleSlipOf,
  shareSubject,
  significantDigits,
  sizeBeside,
  standApart,
} from './compare';
export { ContextReader } from './context';
export { type Likeness, LikenessReader } from './likeness';
export { measuresIn } from './measures';
export { type PeriodRelation, relationOf } from './periods';
export { type Place, placesOf } from './places';
export { type Claims, claimsInSteps, readClaims } from './read';
export { isOfNamedColumn, oddsOfOneClaim } from './sameness';
export { proseOf } from './spot';
export { contentWords } from './stems';
export type { Term } from './word-weights';
