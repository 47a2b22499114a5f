/** Words and questions of geography. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const GEOGRAPHY: SubjectTerms = {
  hint: `country, city, river, mountain, ocean, map, region, island, desert, population, lake, coast,
    border, climate, tourist, travel, north, south, europe, asia, africa, place, state, town, sea, valley,
    capital, location, west, east, land, trip, visit, flag, landmark, attraction, hiking, area, hill,
    coastal, distance, waterfall, canada, france, italy, japan, china, india, brazil, australia, germany,
    spain, mexico, russia, hawaii, paris, london, new york`,
  everyday: `geograph*, geograf*, capital of, capital city, continent, border with, largest country,
    smallest country, river in, longest river, highest mountain, tallest mountain, mount everest,
    population of, largest city, largest ocean, time zone, sahara, amazon river, nile, himalaya*, alps,
    andes, rocky mountains, pacific ocean, atlantic ocean, indian ocean, mediterranean, caribbean,
    antarctica, arctic, equator, north pole, south pole, hemisphere, south america, north america,
    world map, hiking map, road map, paper map, globe, country in, located in, tourist attraction, must see,
    neighboring country, rhine, danube, mississippi, ganges, yangtze, thames, grand canyon, niagara,
    compass direction, sightseeing, landlocked, island nation, united kingdom, latin america, middle east,
    southeast asia, which country, what country, what city, state capital, peninsula, travel guide,
    travel blog, itinerary, swiss, scandinavia, places to visit, top cities, postcode, atlas, pacific,
    atlantic, map reading, reading a map, contour, northern hemisphere, southern hemisphere, coastline,
    islands, world's largest country, deepest lake, longest border, volcanic island, tropical country,
    polar region, highlands, gobi, patagonia, siberia, amazon, balkans, scandinavian country, iceland,
    greenland, madagascar, new zealand, indonesia, philippines, vietnam, thailand, kenya, nigeria, egypt,
    morocco, south africa, argentina, chile, peru, colombia, venezuela, portugal, switzerland, austria,
    poland, sweden, norway, finland, denmark, ireland, scotland, netherlands, belgium, ukraine, kazakhstan,
    mongolia, nepal, tibet, pakistan, bangladesh, sri lanka, iran, iraq, saudi, dubai, israel map, ethiopia,
    congo, ghana, slovenia, croatia, hungary, romania, bulgaria, istanbul, tokyo, beijing, shanghai, delhi,
    mumbai, cairo, sydney, toronto, madrid, barcelona, rome, berlin, vienna, amsterdam, lisbon, athens,
    moscow, st petersburg, rio de janeiro, buenos aires, lake victoria, lake superior, great lakes,
    dead sea, black sea, red sea, baltic, aral sea, caspian`,
  basic: `latitude, longitude, map projection, mercator, prime meridian, greenwich, date line,
    international date line, tundra, taiga, savanna, steppe, cartograph*, archipelago, isthmus, strait,
    fjord, delta, estuary, tributary, topograph*, contour line, map scale, map legend, gis, gps coordinate,
    urbani*, megacity, urban sprawl, demographic transition, birth rate, population density,
    population pyramid, migration pattern, push factor, tropic of cancer, tropic of capricorn,
    physical geography, human geography, political geography, plateau, oxbow lake, drainage basin,
    watershed, rain shadow, monsoon, climate zone, biome, settlement pattern, suez canal, panama canal,
    bosphorus, gibraltar, conurbation, hinterland, developing country, exclave, enclave, gerrymander map,
    meander, floodplain, archipelagic, remote sensing, topographic map, country code, calendar day crossing,
    crossed line of longitude, meridian, parallel of latitude, cardinal direction, compass rose, map symbol,
    grid reference, ordnance survey, relief map, thematic map, population growth rate, site and situation,
    urban hierarchy, cbd, suburbaniz*, counterurban*, brain drain, refugees flow, land use,
    cash crop region, gross migration, immigration pattern, cultural region, diffusion hearth,
    mountain range, rift valley, continental shelf, continental divide, confluence, river mouth, sandbar,
    lagoon, atoll, cape, gulf of, bay of, canal connecting, landform, subtropical, temperate zone,
    mediterranean climate, continental climate, altitude and temperature, windward, leeward, trade winds`,
  expert: `koppen, koeppen, conformal projection, equal area projection, robinson projection,
    peters projection, utm zone, datum wgs84, choropleth, isopleth, cartogram, central place theory,
    christaller, von thunen, concentric zone, hoyt, sector model, bid rent, primate city, rank size rule,
    zipf city, gravity model, distance decay, space time, tobler, modifiable areal unit, maup,
    spatial autocorrelation, moran's i, kriging, geostatistic*, areal interpolation, raster data, shapefile,
    spatial join, time space compression, david harvey, doreen massey, edward soja, gentrification frontier,
    core periphery, world systems theory, wallerstein, rostow, ravenstein, lee's migration,
    hazard perception, possibilism, environmental determinism, ratzel, sauer, cultural landscape, davisian,
    peneplain, inselberg, yardang, drumlin, esker, cirque, arete, tombolo, karst, geomorpholog*, fluvial,
    thalweg, knickpoint, thornthwaite, evapotranspiration, exclusive economic zone boundary, territoriality,
    geodes*, geoid, heartland theory, mackinder, toponym*, graticule, georeferenc*, transhumance, rank size`,
  examples: `Which country has the most neighbours?
Plan a week in Portugal by train.
What's the capital of Mongolia?
Which sights should I not miss there?
Why do so many people live along this river?
How do I read the lines on a hiking map?
Is this city north or south of that one?
Why is one side of the mountains wet and the other dry?
How did the population of the region change?
Which sea lies between these two countries?`,
};
