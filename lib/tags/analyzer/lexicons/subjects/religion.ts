/** Words and questions of religion. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const RELIGION: SubjectTerms = {
  hint: `god, faith, worship, pray, holy, sacred, soul, church, temple, spiritual, ritual, belief,
    religious, heaven, hell, saint, angel, monk, pilgrim*, prophet, festival, prayer, fasting, devil,
    blessing, karma, spirit, creation, miracle, priest`,
  everyday: `religion, religio*, christian*, islam*, muslim, jewish, judaism, hindu*, buddhis*, buddha,
    jesus, bible, quran, koran, torah, allah, mosque, synagogue, catholic*, protestant*, christmas, easter,
    ramadan, hanukkah, passover, diwali, halal, kosher, pope, rabbi, imam, atheis*, agnostic*,
    church service, place of worship, ten commandments, noah's ark, adam and eve, reincarnation,
    meditation temple, dalai lama, mecca, vatican, holy book, baptism, hajj, prophet muhammad, muhammad,
    moses, gods and goddesses, pagan*, mormon, amish, jehovah's witness, yoga spiritual, nirvana, deity,
    deities, goddess, greek god, norse god, mythology, new testament, old testament, crucifix*,
    heaven and hell, satan, cult, dharma, sabbath, mantra, religious holiday, religious practice, mosques,
    synagogues, temples, bishop, cardinal, easter sunday, holy week, holy land, pilgrimage, prayers, rosary,
    guest at a mosque, interfaith, sacred text, sacred book, feast of, hindu temple, fasting month,
    religion's, worshipper, lent season, zakat, faiths, monks`,
  basic: `sikh*, guru, guru nanak, guru granth, taois*, daois*, tao te ching, shinto*, jain*, zoroastrian*,
    bahai, sunni, shia, shiite, sufi*, zen, orthodox church, eastern orthodox, monothei*, polythei*,
    secularism, five pillars, four noble truths, eightfold path, bodhisattva, vedas, upanishad*,
    bhagavad gita, mahabharata, ramayana, brahman, brahma, vishnu, shiva, krishna, ganesh*, moksha, samsara,
    caste, sharia, hadith, sunnah, caliph*, talmud, yom kippur, rosh hashanah, bar mitzvah, pentecost,
    apostle, crucifixion, resurrection, good friday, trinity, confucianism, ark of the covenant, dalai,
    stupa, pagoda, puja, comparative religion, religious studies, wicca, voodoo, rastafari*, kabbalah,
    hasid*, lutheran, methodist, baptist, anglican, quaker, evangelical, world religion, ahimsa, shabbat,
    nicaea, nicea, ascension of, annunciation, assumption of mary, holy communion, holy trinity, abraham,
    abrahamic, patriarch of, archangel, gabriel, kaaba, minaret call, muezzin, eid al, ashura, imamate,
    mahdi, purim, sukkot, kippah, menorah, mezuzah, rabbinic, essene, pharisee, sadducee, dead sea scrolls,
    siddhartha, bodhi tree, lama, monastic, lotus sutra, sutra, prayer wheel, mandala, holi, navaratri,
    ganges ritual, kumbh, brahmin, dharmic, avatar of vishnu, turban, five ks, golden temple, amritsar,
    torii, kami, izanagi, zarathustra, parsi, yin and yang, laozi, lao tzu, analects, ancestor veneration,
    animist, druid, scientolog*, unitarian, seventh day, salvation army, pentecostal*, megachurch`,
  expert: `advaita, vedanta, dvaita, atman, nondual*, theravada, mahayana, vajrayana, madhyamaka, nagarjuna,
    sunyata, anatta, anatman, dukkha, pratityasamutpada, dependent origination, pali canon, abhidharma,
    yogacara, tantra, sangha, vinaya, khalsa, gurdwara, tirthankara, anekantavada, avesta, ahura mazda,
    manichae*, gnostic*, nag hammadi, fiqh, ijtihad, usul, madhhab, hanafi, shafi, hanbali, maliki,
    mutazil*, ashari*, tafsir, tawhid, shirk, isnad, twelver, ismaili, wahhab*, salafi*, halakh*, mishnah,
    gemara, midrash, maimonid*, sefirot, lurianic, karaite, mircea eliade, rudolf otto, numinous,
    hierophany, axis mundi, syncretis*, theodic*, henotheis*, apotheosis, smartas, bhakti, puranas,
    rig veda, brahmana, sramana, koan, satori, dogen, nichiren, pure land, tao, wu wei, mandaean, druze,
    orisha, santeria, candomble`,
  examples: `What do people of that faith believe happens after death?
Why do some people not eat pork?
How should I dress for a visit to a temple?
What is celebrated on this holy day?
Which branches does this religion have and how do they differ?
What is fasting for?
What are the main sacred books of the world?
Who was the founder and what did he teach?
How do monks spend their day?
What is the difference between alms and voluntary charity?`,
};
