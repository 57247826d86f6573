// The words of buttons, counters and captions on web pages, which a paste brings along.
import { mayStart, seek } from '../text/beginnings';
import { ALPHANUMERIC, kindAt } from '../text/letters';

const COUNT = '\\d[\\d.,]*[km万]?';
/** What readers of a page click on to say that they liked it, which leaves a count behind. */
const REACTION = '[👍👎❤♥💬💭👀🔁🔄👏🙌🔖📤]';
/** What a page calls the text on it. */
const THIS =
  '(?:this|the)(?: (?:article|page|post|story|content|briefing|report|issue|newsletter|email|video))?';
const PLATFORM =
  '(?:x|facebook|linkedin|whatsapp|twitter|telegram|weibo|wechat|instagram|youtube|bluesky|threads|reddit|e-?mail|print)';
const PHRASES = [
  // A teaser: the title of another page follows.
  '(?:read (?:more|next|also)|also read|related(?: (?:article|story|post))?|up next|you (?:might|may) also like)s?: (?=[^.]*$)\\S.{0,120}',
  `(?:点赞|收藏|分享|评论|转发|阅读|关注|在看)(?: ?${COUNT})?`,
  '(?:about |approx\\. )?\\d+[- ]min(?:ute)?s?(?: read(?:ing)?(?: time)?)?',
  `share(?: ${THIS})?[:：] ${PLATFORM}(?:[ ,/]+(?:and )?${PLATFORM})*`,
  'follow @\\w{2,30}(?: on \\p{L}{1,12})?|(?:tags|filed under): (?=[^.]*$)\\S.{0,80}',
  `(?:comments are closed|no comments(?: yet)?|be the first to (?:comment|reply|like)|(?:view|show|see|load)(?: all)?(?: ${COUNT})? comments|loading comments)(?: ?\\(${COUNT}\\))?`,
  `(?:sign|log) ?in to (?:leave a |post a )?(?:comment|reply)|${COUNT} (?:people|readers) (?:like|liked|found) this(?: helpful)?`,
  '(?:download|save|export|print)(?: (?:as|to|the))?(?: a)? pdf(?: ?\\(\\d[\\d.]* ?[km]b\\))?|save (?:article|post|story|for later)',
  '(?:last )?(?:updated|posted|published):? \\d{1,3} (?:min(?:ute)?|hour|day|week)s? ago|get (?:unlimited|full|digital) access(?: [^.]{1,50})?|start (?:your|a) (?:free )?trial|(?:tap|click) here(?: to \\p{L}[\\p{L} -]{2,60})?|you (?:might|may) also be interested in|(?:article|story|content) continues (?:below|after)(?: (?:this|the) ad(?:vertisement)?)?|more (?:stories|articles|posts)(?: like this| on this)?|report this (?:ad|comment|post)|scroll (?:down|up)(?: (?:for|to) \\p{L}+(?: \\p{L}+)?)?|get (?:the|our) app',
  '(?:enlarge|expand) image|(?:click|tap) to (?:enlarge|expand|zoom|play)|view (?:original|translation)|translate (?:this )?(?:page|post)|text size:?(?: a){0,3}|pin it|play (?:audio|video)',
  'you have \\d{1,2} (?:free )?articles? left(?: this (?:month|week))?|(?:this|the) (?:article|content|story|report) is for (?:paying )?(?:subscribers|members)(?: only)?|already a (?:subscriber|member|reader)\\??(?: (?:log|sign) ?in)?|continue reading with \\p{L}[\\p{L} -]{2,40}',
  `we use cookies(?: [^.]{1,80})?|join (?:over |more than )?${COUNT} (?:subscribers|readers)(?: [^.]{1,60})?|powered by disqus|you (?:might|may) also like|more from (?:this|the|our) (?:authors?|desk)|promoted|trending`,
  'listen(?: to (?:this|the) \\p{L}+)? ?\\(?\\d{1,3}(?::\\d\\d| ?min(?:ute)?s?)\\)?|(?:read|listening) time:? ?\\d+ ?min(?:ute)?s?|分享到\\p{Script=Han}{2,4}',
  '(?:estimated )?reading time:? ?(?:about |approx\\.? |~)?\\d+ ?min(?:ute)?s?',
  `(?:share|print|save|bookmark|reuse|listen to|copy|email|download|cite|report|rate|recommend) ${THIS}`,
  '(?:share|follow us|follow|post|tweet|discuss|find us|join us) (?:on|via|with) (?:x|facebook|linkedin|whatsapp|twitter|telegram|weibo|wechat|instagram|youtube|bluesky|threads|reddit|email)(?:[,/ ]+(?:and )?(?:x|facebook|linkedin|whatsapp|twitter|telegram|weibo|wechat|instagram|youtube|bluesky|reddit|email))*',
  '(?:share|send|post|forward) (?:to|via) (?!the |a |an )[\\p{L}-]{2,20}(?: (?!like|comment|share|reply)[\\p{L}-]{2,20})?',
  'your e-?mail address will not be published\\.?(?: required fields are marked(?: \\*)?)?|required fields are marked(?: \\*)?',
  `(?<=${REACTION}\\uFE0F?[ \\u00a0]{0,2})${COUNT}`,
  '(?:subscribers |readers |you )?(?:can )?(?:sign up|subscribe|register) (?:to|for) (?:our|the|my|this) [\\p{L} -]{1,80}',
  "(?:sign up|subscribe|register) (?:to|for) (?:\\p{L}[\\p{L}&’'-]*(?: |$)){1,6}",
  'join (?:our|the) (?:newsletter|mailing list|discussion|conversation)|forward (?:this )?to a (?:friend|colleague)|manage (?:your )?(?:preferences|subscriptions?)|update (?:your )?preferences',
  `(?:like|liked|enjoy|enjoyed|enjoying|love) ${THIS}\\?|buy (?:me|us) a coffee|(?:previous|next) (?:article|post|story)s?: (?=[^.]*$)\\S.{0,120}`,
  'was (?:this|the)(?: (?:page|article|report|post))? (?:helpful|useful)\\??(?: ?yes ?(?:/|\\||or)? ?no)?(?:[ \\p{Extended_Pictographic}]*\\d{1,6}){0,2}|rate this|report an? (?:error|problem)',
  'view (?:this email )?in (?:your )?browser|view online|read online|open in app|continue reading|read (?:more|on|next)|see (?:more|all)|show (?:more|less|all)|load more|back to (?:the )?top(?: of (?:the )?page)?|skip to (?:main )?(?:content|navigation)|print page|next (?:article|post|page)|previous (?:article|post|page)',
  `(?:write|leave|add|post) a (?:comment|reply)(?: ?[(（]${COUNT}[)）])?`,
  'log ?in(?: to comment)?|sign in|sign up|subscribe(?: now)?|unsubscribe|download(?: the)? pdf|copy link|add to (?:favou?rites|bookmarks|reading list)|follow (?:us|me|the author)',
  "advertisement|sponsored(?: content)?|related (?:articles|posts|stories|reading|content)|recommended for you|you may also like|most (?:read|popular)|trending now|editor[’']s picks",
  '(?:cookie|privacy|all) (?:settings|preferences|policy|notice)|accept (?:all )?cookies|terms (?:of use|and conditions)|all rights reserved',
  "(?:(?<=©[ \\u00a0]?)|\\(c\\) ?|copyright ?(?:© ?)?)(?:19|20)\\d\\d(?:[–-]\\d{2,4})?(?:,? [\\p{L}\\d&’'.-]{1,30}){0,6}?(?=[\\s.|,]+(?:cookie|privacy|terms of|all rights|imprint|legal notice|contact us))",
  'page \\d+ of \\d+|imprint|impressum|legal notice|site ?map|accessibility statement|about us|contact us|advertise with us|unsubscribe here',
  `(?:${COUNT} )?(?:comments?|likes?|shares?|views|reads?|reactions?|reposts?|claps?|followers?|replies|favou?rites|collects?)(?: ?[(（]${COUNT}[)）]|:? ${COUNT})?`,
  '(?:share|print|save|bookmark|follow|like|reply|listen|collect|copy|tweet|email|reuse|report)(?: (?:us|now|here))?',
];
const PHRASE = new RegExp(`(?:${PHRASES.join('|')})(?![\\p{L}\\p{N}])`, 'iuy');
/** The words with which these begin: nearly every text is turned away by its first word. */
const FIRST_WORDS = seek(
  'read reading also related up you about approx estimated share print save bookmark reuse listen copy email download ' +
    'cite report rate recommend follow post tweet discuss find join send forward subscribers readers can sign subscribe ' +
    'register manage update was view views open continue see show load back skip next previous write leave add log login ' +
    'unsubscribe advertisement advertise sponsored most trending editor cookie privacy all accept terms copyright page ' +
    'imprint impressum legal site sitemap accessibility contact comment like likes reads reaction repost clap claps ' +
    'follower replies reply favourite favorite collect tags filed comments no be loading people export updated posted published ' +
    'last scroll get enlarge expand click tap translate text pin play already this we powered more promoted listening liked enjoy enjoyed enjoying love buy your required start article story content',
);
const BETWEEN = /(?:[\s,.!→»›>:·•|[\]↑↓…★☆]|\p{Extended_Pictographic}|\uFE0F|\u200D)*/uy;
/** Where a paste has run two buttons together: "ShareCollect", "Comments (12)Write a comment". */
const RUN_TOGETHER = /(?<=[\p{Ll})])(?=\p{Lu}\p{Ll})/gu;

/** True for a piece that is nothing but phrases of a page, whether there is space between them or not. */
export function isPageWords(piece: string): boolean {
  return arePhrases(piece) || (/[a-z)][A-Z]/.test(piece) && arePhrases(piece.replace(RUN_TOGETHER, ' ')));
}

function arePhrases(piece: string): boolean {
  let at = skipBetween(piece, 0);
  if (at >= piece.length) return false;
  while (at < piece.length) {
    if (!mayStartPhrase(piece, at)) return false;
    PHRASE.lastIndex = at;
    const phrase = PHRASE.exec(piece);
    if (!phrase) return false;
    at = skipBetween(piece, at + phrase[0].length);
  }
  return true;
}

const COUNTED =
  /^\d[\d.,]*[km]?[- ](?:min|comment|like|share|view|read|reaction|repost|clap|follower|repl|favou?rite|collect|people|reader)/i;

/** Others begin with a number, a bracket around a c, or letters beyond ASCII. */
function mayStartPhrase(piece: string, at: number): boolean {
  const code = piece.charCodeAt(at);
  const isDigit = code >= 48 && code <= 57;
  // Without its noun, a number is one of a page behind a picture or a © alone.
  if (isDigit) return at > 0 || COUNTED.test(piece);
  return code === 40 || code > 127 || mayStart(FIRST_WORDS, piece, at);
}

function skipBetween(text: string, at: number): number {
  if ((kindAt(text, at) & ALPHANUMERIC) !== 0) return at;
  BETWEEN.lastIndex = at;
  return at + (BETWEEN.exec(text)?.[0].length ?? 0);
}
