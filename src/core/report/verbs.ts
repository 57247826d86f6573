// Verbs with which advice starts, in the form in which it addresses its reader.

const IMPERATIVES: ReadonlySet<string> = new Set(
  (
    'accelerate accept act add adjust adopt agree align allocate allow amend anchor apply approve arrange ask assess assign ' +
    'audit avoid ban begin bid block book borrow budget build buy call cancel cap carry challenge change check choose close ' +
    'collect combine commission commit compare conduct connect consider consolidate consult continue cover create cut ' +
    'decline defer define delay delegate demand deploy design develop direct disclose diversify do document ' +
    'double draft drop encourage engage enter ensure establish evaluate examine exclude exit expand explore extend fill ' +
    'finance fix focus follow fund give go grant hedge hire hold identify impose improve include increase index initiate ' +
    'insist install insure introduce invest invite join keep launch lead leave lend let license limit link list lock lower ' +
    'maintain make map measure merge model monitor move name negotiate offer open oppose order pause pay permit phase plan ' +
    'postpone prefer prepare press prevent prioritize prioritise promote propose protect provide publish pull push put raise ' +
    'reallocate reassess rebalance recruit redirect reduce refinance refuse reject release renegotiate renew rent reopen replace report ' +
    'require reserve restrict retain review revise reward ring-fence roll sell seek select send separate set settle ' +
    'share shift show sign simplify size skip slow sort speed spend split stagger standardize standardise start stay stop ' +
    'strengthen stress-test structure submit subsidise subsidize support suspend swap switch take target tell tender test tie tighten track train ' +
    'pool tap secure resist defend embed empower escalate freeze halt integrate lobby modernise modernize notify outsource preserve quantify ' +
    'rebuild recognise recognize recover reform relocate remove repay reprice request resolve restart retire safeguard scale schedule seize shield ' +
    'shorten spin stockpile trim trust unbundle unwind validate verify warn bring insource rationalise rationalize reopen repair simplify ' +
    'accompany activate advise aim announce anticipate attach attend balance base benchmark boost broaden bypass capture centralise centralize channel check chase clarify classify clear coordinate decide deepen deliver demonstrate deny descope detail detect digitise digitize discontinue discount dispose distribute draw drive earn educate eliminate end enforce enlarge enlist enrol enroll equip estimate execute expect expedite facilitate favour favor flag flex form formalise formalize forward free gather generate get grow harmonise harmonize help hunt implement inform inspect install instruct invoice isolate issue justify know limit liquidate load locate look lock make manage mandate mind mobilise mobilize monetise monetize mothball nominate note obtain operate optimise optimize order own park partner penalise penalize place play point poll pre-empt present prioritise produce prohibit prolong prune purchase quote raise reach read receive reconsider reinforce reinvest relax remember remind request rescue reserve respond re-mark rethink return reverse revisit rewire ring run save seal serve settle simplify slash source stabilise stabilize stand state stem step stick substitute sue supply suspend tackle talk tax think top transition travel trigger turn undertake unlock value vet wean work bundle match train rotate sequence shelve offset file claim cite copy divert earmark exit feed fence frame guard host ignore mandate mark pilot pivot post process procure query rank rate rebid record redo refer reroute rewrite screen signal source staff store stick strip swap tax teach trade type upskill vote wind ' +
    'transfer treat try turn underwrite update upgrade urge use wait watch weigh widen withdraw work write never always immediately explicitly'
  ).split(' '),
);

/** True for text that tells its reader to do something: "Sign …", "Do not lend …". */
export function startsWithImperative(text: string): boolean {
  const word = /^[\s\d.)("“]*([A-Za-z]+(?:-[a-z]+)?)/.exec(text.slice(0, 60))?.[1]?.toLowerCase();
  return word !== undefined && (IMPERATIVES.has(word) || word === 'don');
}
