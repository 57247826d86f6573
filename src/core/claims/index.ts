// Claims: what each figure says, and which figures say the same.
export type { Claim, Mention, Role } from './claim';
export {
  affinity,
  comparable,
  sameScaleSlip,
  significantDigits,
} from './compare';
export { ContextReader } from './context';
export { type Claims, proseOf, readClaims } from './read';
