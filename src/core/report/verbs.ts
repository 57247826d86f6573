// Verbs with which advice starts, in the form in which it addresses its reader.

const IMPERATIVES: ReadonlySet<string> = new Set(
  (
    'accelerate accept accompany act activate add adjust adopt advise agree aim align allocate allow always amend ' +
    'anchor announce anticipate apply approve arrange ask assess assign attach attend audit avoid balance ban base ' +
    'begin benchmark bid block book boost borrow bring broaden budget build bundle buy bypass call cancel cap capture ' +
    'carry centralise centralize challenge change channel chase check choose cite claim clarify classify clear close ' +
    'collect combine commission commit compare conduct connect consider consolidate consult continue coordinate copy ' +
    'count cover create cut decide decline deepen defend defer define delay delegate deliver demand demonstrate deny ' +
    'deploy descope design detail detect develop digitise digitize direct disclose discontinue discount dispose ' +
    'distribute diversify divert do document double draft draw drive drop earmark earn educate eliminate embed ' +
    'empower encourage end enforce engage enlarge enlist enrol enroll ensure enter equip escalate establish estimate ' +
    'evaluate examine exclude execute exit expand expect expedite explicitly explore extend facilitate favor favour ' +
    'feed fence file fill finance fix flag flex focus follow form formalise formalize forward frame free freeze fund ' +
    'gather generate get give go grant grow guard halt harmonise harmonize hedge help hire hold host hunt identify ' +
    'ignore immediately implement impose improve include increase index inform initiate insist insource inspect ' +
    'install instruct insure integrate introduce invest invite invoice isolate issue join justify keep know launch ' +
    'lead leave lend let license limit link liquidate list load lobby locate lock look lower maintain make manage ' +
    'mandate map mark match measure merge mind mobilise mobilize model modernise modernize monetise monetize monitor ' +
    'mothball move name negotiate never nominate note notify obtain offer offset open operate oppose optimise ' +
    'optimize order outsource own park partner pause pay penalise penalize permit phase pilot pivot place plan play ' +
    'point poll pool post postpone pre-empt prefer prepare present preserve press prevent price prioritise prioritize ' +
    'process procure produce prohibit prolong promote propose protect provide prune publish pull purchase push put ' +
    'quantify query quote raise rank rate rationalise rationalize re-mark reach read reallocate reassess rebalance ' +
    'rebid rebuild receive recognise recognize reconsider record recover recruit redirect redo reduce refer refinance ' +
    'reform refuse reinforce reinvest reject relax release relocate remember remind remove renegotiate renew rent ' +
    'reopen repair repay replace report reprice request require reroute rescue reserve resist resolve respond restart ' +
    'restrict retain rethink retire return reverse review revise revisit reward rewire rewrite ring ring-fence roll ' +
    'rotate run safeguard save scale schedule screen seal secure seek seize select sell send separate sequence serve ' +
    'set settle share shelve shield shift shorten show sign signal simplify size skip slash slow sort source speed ' +
    'spend spin split stabilise stabilize staff stagger stand standardise standardize start state stay stem step ' +
    'stick stockpile stop store strengthen stress-test strip structure submit subsidise subsidize substitute sue ' +
    'supply support suspend swap switch tackle take talk tap target tax teach tell tender test think tie tighten top ' +
    'track trade train transfer transition travel treat trigger trim trust try turn type unbundle undertake ' +
    'underwrite unlock unwind update upgrade upskill urge use validate value verify vet vote wait warn watch wean ' +
    'weigh widen wind withdraw work write'
  ).split(' '),
);

/** True for text that tells its reader to do something: "Sign …", "Do not lend …". */
export function startsWithImperative(text: string): boolean {
  const word = /^[\s\d.)("“]*([A-Za-z]+(?:-[a-z]+)?)/.exec(text.slice(0, 60))?.[1]?.toLowerCase();
  return word !== undefined && (IMPERATIVES.has(word) || word === 'don');
}
