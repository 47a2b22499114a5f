/** Words and questions of library and museum studies. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const LIBRARY_AND_MUSEUM_STUDIES: SubjectTerms = {
  hint: `library, museum, collection, book, exhibit, catalog, catalogue, archive, artifact, artefact, index,
    borrow, record, preserve, document, display, shelf, storage, manuscript, visitor, reference, card,
    search, exhibition, reader, gallery, classification, heritage, object, loan`,
  everyday: `librar*, librarian, bibliotec*, library card, public library, library book, museo,
    museum visit, curator, archivist, exhibit label, overdue book, library of congress, british museum,
    smithsonian, natural history museum, book collection, museum exhibit, museum collection, bookmobile,
    reading room, museum guide, card catalog, rare book, old manuscript, school library, exhibition design,
    borrow book, museum studies, libraries, museums, catalogue of a library, library shelves,
    books in a library, book number, number on a book, library catalogue, museum with children,
    visiting a museum, museum ticket, art museum staff, display case, exhibits, exhibition label,
    exhibition text, old document, family archive, old photo archive, museum gallery, museum galleries,
    collection of objects, tiny museum, seaside museum, objects in a museum, museum visitor, museum label,
    librarian's, national library, university library, overdue`,
  basic: `dewey decimal, dewey number, call number, cataloging, cataloguing, catalogu*, curat*, archiv*,
    isbn, issn, interlibrary loan, information science, library science, accession, deaccession*,
    conservation of artifact, conservator, provenance, digital preservation, digitization, digitisation,
    metadata, finding aid, special collections, museum education, docent, repository, bibliograph*,
    reference desk, collection development, weeding, union catalog, open stacks, periodical, serials,
    microfilm, microfiche, preservation of, library classification, information literacy, citation index,
    repatriation of, cultural heritage, exhibit design, inventory of object, library of alexandria,
    ranganathan, library classification system, subject heading, thesaurus, open access repository,
    copyright library, legal deposit, oral history archive, melvil dewey, old prints, dimly lit,
    light damage, fading of, lux level, handling of objects, white gloves, loan of object,
    travelling exhibition, permanent collection, acquisition, accession number, object label, wall text,
    visitor studies, museum ethics, restitution of artefact, looted art, colonial collection, benin bronze,
    elgin marble, authenticity of object, forgery detection museum, specimen collection, taxidermy,
    herbarium, diorama, open air museum, science museum, children's museum, house museum, virtual museum,
    visitor experience, interpretation panel, audio guide, records, records of, archives, archival,
    archivist's, personal papers, box list, fonds level, series of records, manuscripts,
    appraisal of records, paper conservation, acid free, mold in books, book repair, binding, rare books,
    first edition, digitize, digital library, digital archive, e book lending, scanning of documents,
    ocr of archive, catalog record, catalogue record, cataloguer, cataloguers, main classes,
    decimal classification, cover barcode, isbn number, bibliographic, bibliographic record, author entry,
    title entry, keyword search in catalogue, boolean search library, reference librarian,
    reference interview, library instruction, patron, borrower, circulation desk, stacks, open shelf,
    closed stack, lending library, academic library, special library, law library, library law,
    library science law, information seeking, information need, knowledge management, taxonomy of documents,
    indexing, abstracting, citation, citation style, bibliography, scholarly communication, open access,
    plagiarism check library, preservation copy, emulation preservation, file format preservation`,
  expert: `respect des fonds, original order, marc record, marc 21, marc field, frbr, rda, bibframe,
    library of congress subject, lcsh, lc classification, faceted classification, colon classification,
    universal decimal, udc, authority control, authority record, dublin core, oais, z39 50, oai pmh,
    linked data catalog, knowledge organization, controlled vocabulary, folksonomy, bibliometric*,
    information retrieval, precision and recall, skos, fixity, bit rot, checksum archive, deacidification,
    relative humidity in storage, anoxic, facsimile, incunabul*, codex, colophon, foxing,
    archival appraisal, schellenberg, jenkinson, records management, records continuum, retention schedule,
    fonds, series level, spectrum standard, nagpra, new museology, ecomuseum, white cube,
    cabinet of curiosities, wunderkammer, museolog*, accession register, object biography, condition report,
    five laws of library`,
  examples: `How do I find a book on the shelf by its number?
What should a label beside an exhibit say?
How do I keep old family letters from falling apart?
How should we catalogue a box of old photographs?
What can kids do in a museum so that they don't get bored?
Should museums give back what was taken?
How do e-books work in a public library?
How long must these records be kept?
How are paintings protected from light?
Plan an exhibition about the fishing village.`,
};
