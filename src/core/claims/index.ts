// Claims: what each figure says, and which figures say the same.
export type { Claim, Mention, Role, Stated } from './claim';
export {
  affinity,
  agreeOnCircumstances,
  agreeOnPeriod,
  comparable,
  sameScaleSlip,
  shareSubject,
  significantDigits,
} from './compare';
export { ContextReader, contentWords } from './context';
export { type Claims, proseOf, readClaims } from './read';
