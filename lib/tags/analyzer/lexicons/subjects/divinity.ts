/** Words and questions of divinity. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const DIVINITY: SubjectTerms = {
  hint: `prayer, church, faith, god, sin, grace, bible, holy, christ, scripture, gospel, salvation,
    doctrine, preach*, bishop, minister, biblical, psalm, verse, confession, sacred, spiritual, soul,
    christian, priest, testament, saint, monk, service`,
  everyday: `theolog*, divinity, sermon, pastor, clergy, preacher, vicar, chaplain, seminary, bible study,
    bible verse, gospel of, congregation, church service, holy spirit, sunday school, worship service,
    missionary, prayer group, lord's prayer, communion, parable, choir of the church, divine, confessional,
    ordination, hymn, devotional, parish, nun, convent, monastery, forgiveness of sin, prodigal son,
    good samaritan, sermon on the mount, theologian, preaching, faith and reason`,
  basic: `eucharist, sacrament, liturg*, trinity, trinitarian, incarnation, atonement, original sin,
    redemption, martin luther, calvin, calvinis*, predestination, augustine, thomas aquinas, aquinas,
    apostles' creed, nicene, creed, epistle, paul's letter, pauline, book of romans, book of job, genesis,
    exodus, leviticus, isaiah, deuteronomy, book of revelation, gospel of john, gospel of mark,
    gospel of matthew, gospel of luke, apocryph*, canonical, catechis*, evangelis*, pastoral care, pastoral,
    homilet*, heresy, heretic, schism, excommunicat*, church father, vatican ii, second vatican,
    justification by faith, sola fide, sola scriptura, ninety five theses, apologetics, deacon, diocese,
    ecumenic*, beatitude, second coming, rapture, purgatory, transubstantiation, consubstantiation,
    infant baptism, covenant, divine grace, providence, virgin birth, messiah, arius, arianism,
    nicene creed, council of nicaea, relation of the son to the father, biblical scholar, anselm,
    gospel writer, evangelist, old testament prophet, sacramental, lord's supper, last supper,
    priesthood of all, ordained, ministry, homily, catechism, confirmation class, confessor,
    spiritual direction, intercessory prayer, benediction, doxology, gloria, magnificat, psalter,
    great commission, fruit of the spirit, resurrection of christ, atoning, born again, john wesley,
    wesleyan, puritan, john calvin, huldrych zwingli, zwingli, luther's, council of trent,
    papal infallibility, dogma, real presence, free will and grace, eden, fall of man, kingdom of god,
    son of god, logos in john, pentateuch, torah source, yahwist, elohist, priestly source, deuteronomic`,
  expert: `soteriolog*, christolog*, eschatolog*, ecclesiolog*, pneumatolog*, theodicy, exeges*, exegetical,
    hermeneutics of scripture, chalcedon*, homoousio*, hypostatic, hypostasis, arian*, nestorian*,
    monophysit*, pelagian*, arminian*, karl barth, barthian, tillich, bonhoeffer, bultmann, schleiermacher,
    rahner, moltmann, niebuhr, liberation theology, process theology, kenosis, kenotic, perichoresis,
    filioque, apophatic, cataphatic, via negativa, theosis, imago dei, hamartiolog*, supralapsarian,
    infralapsarian, prevenient grace, actus purus, analogia entis, synoptic problem, q source,
    form criticism, redaction criticism, documentary hypothesis, deuteronomist, septuagint, masoretic,
    vulgate, patristic*, origen, athanasius, cappadocian, tertullian, irenaeus, cur deus homo,
    penal substitution, christus victor, dispensationalis*, premillennial*, amillennial*, parousia, kerygma,
    lectionary, epiclesis, anamnesis, ex opere operato, canon law, new perspective on paul,
    natural theology, mariolog*, economic trinity, immanent trinity, summa theologi*, summa theologiae`,
  examples: `Write a sermon for the first Sunday in Advent.
What does grace mean in the letters of Paul?
How can Jesus be God and man at once?
Why does a good God allow suffering?
Write a prayer for a sick child.
What did the reformers say about works and faith?
How should a pastor visit a dying member of the parish?
Explain this verse from the gospel.
What is the meaning of baptism?
Which books were left out of the Bible and why?`,
};
