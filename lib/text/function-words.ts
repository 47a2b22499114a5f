/** English words that carry grammar rather than a subject. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am an and any are as at be because been before being
  below between both but by can cannot could did do does doing don't down during each either else etc even ever
  every few for from further get gets had has have having he her here hers herself him himself his how however i
  i'm if in into is isn't it it's its itself just let let's like many may me might more most much must my myself
  neither no nor not of off often on once one only or other our ours ourselves out over own per rather same shall
  she should since so some such than that that's the their theirs them themselves then there these they this those
  though through thus to too toward towards under until up upon us very via was we well were what when where
  whether which while who whom whose why will with within without would yes yet you you're your yours yourself
  yourselves`.split(/\s+/),
);
