// Claims: what each figure says, and which figures say the same.
export type { Claim, Mention, Role } from './claim';
export {
  affinity,
  agreeOnPeriod,
  comparable,
  sameScaleSlip,
  shareSubject,
  significantDigits,
  standApart,
} from './compare';
export { ContextReader } from './context';
export { type Claims, proseOf, readClaims } from './read';
