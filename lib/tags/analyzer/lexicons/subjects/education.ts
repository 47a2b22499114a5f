/** Words and questions of education. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const EDUCATION: SubjectTerms = {
  hint: `school, student, teacher, teach, learn, class, lesson, study, exam, test, homework, grade, college,
    university, classroom, course, assignment, essay, quiz, education, knowledge, kid, child, pupil,
    training, curriculum, subject, math teacher, reading, skill, note, degree, professor, principal,
    learning, lecture, academic, graduate, semester, campus, activity, question, school board, instruction,
    topic, tutorial, exercise`,
  everyday: `educat*, educación, teaching, lesson plan, kindergarten, preschool, elementary school,
    middle school, high school, primary school, study tips, study for, prepare for an exam, sat score,
    sat exam, gre, college application, college admission, personal statement, scholarship, school supplies,
    report card, math tutor, tutor, tutoring, homeschool*, online course, study guide, study notes,
    study habit, note taking, school principal, recess, grade level, first grade, second grade, third grade,
    fourth grade, fifth grade, 5th grade, 3rd grade, grader, field trip, letter of recommendation,
    recommendation letter, graduation, dropout, classmates, school curriculum, exam preparation, textbook,
    flashcard, mock exam, multiple choice test, student loan, learning style, school year, teach children,
    teach kids, gifted student, literacy, alphabetical learning, math class, science fair, parent teacher,
    school bullying, graduate school, phd application, study abroad, thesis advisor, schools, students,
    teachers, learn to read, learn to write, children literacy, pupils, classes, exams,
    preparing for an exam, studying, revise for, pass the test, essay for school, degree course,
    math homework, reading level, spelling test, school subject, school day, teaching kids, kids learn,
    summer school, a level, gcse, high schooler, college essay, class discussion, quiz for, worksheet,
    learning objective, second graders, first graders, math lesson, seminar, literate, illitera*,
    school uniform, school lunch`,
  basic: `pedagog*, bloom's taxonomy, learning outcome, learning goal, formative, summative, assessment,
    rubric, differentiat* instruction, scaffolding, montessori, waldorf, reggio emilia, special education,
    iep, individualized education, inclusion classroom, inclusive education, standardized test*,
    standardised test*, classroom management, cooperative learning, active learning, project based learning,
    problem based learning, flipped classroom, blended learning, distance learning, e learning,
    educational psychology, multiple intelligences, howard gardner, john dewey, dewey and learning,
    learning by doing, progressive education, constructivist, constructivism, phonics, numeracy,
    early childhood education, higher education, vocational training, no child left behind, common core,
    teacher training, lifelong learning, peer assessment, learning disability, dyslexia, dyscalculia,
    curriculum design, teaching method, teaching strategy, instructional design, hands on learning,
    socratic seminar, plagiarism, truancy, gpa, ap class, ib diploma, school district, charter school,
    literacy rate, curriculum plan, syllabus, lesson objective, learning outcomes, bloom's,
    taxonomy of learning, teaching assistant, student teacher, co teaching, think pair share,
    jigsaw classroom, exit ticket, kwl, graphic organizer, reading comprehension, guided reading,
    whole language, balanced literacy, sight word, emergent literacy, math manipulatives, stem education,
    play based, outdoor education, school readiness, kindergarten readiness, transition plan,
    learning support, gifted education, english language learner, esl, bilingual education,
    multilingual learner, remedial, retention in grade, tracking in schools, ability grouping, class size,
    teacher evaluation, school reform, voucher, accreditation, tenure, academic integrity,
    tertiary education, secondary education, compulsory education, adult education, continuing education,
    mooc, learning management, educational technology, edtech, student engagement, growth mindset in,
    feedback to students, peer review in class, grading, grade inflation, oral exam, open book, final exam,
    dissertation, capstone`,
  expert: `andragog*, zone of proximal, metacognitive strateg*, hidden curriculum, spiral curriculum,
    bruner, freire, pedagogy of the oppressed, banking model, critical pedagogy, culturally responsive,
    culturally relevant pedagogy, universal design for learning, udl, response to intervention,
    backward design, understanding by design, wiggins, constructive alignment, biggs, solo taxonomy, hattie,
    effect size in education, visible learning, direct instruction, rosenshine, cognitive apprenticeship,
    situated learning, lave and wenger, communities of practice, legitimate peripheral, dialogic teaching,
    productive failure, interleaving, retrieval practice, spacing effect, desirable difficult*,
    pedagogical content knowledge, shulman, addie, kirkpatrick, gagne, nine events, norm referenced,
    criterion referenced, value added model, item discrimination, washback, clil, tpack, samr,
    funds of knowledge, bernstein, elaborated code, bourdieu in education, tracking and streaming,
    epistemic access, herbart, froebel, ivan illich, deschooling, pisa, timss,
    social emotional learning framework`,
  examples: `How can I get my pupils to listen?
Make a lesson plan for fractions.
How should I study for my finals?
What helps children who read slowly?
Write a recommendation for one of my students.
Is homework any use?
How do I give feedback on an essay without discouraging anyone?
Which questions check whether they have understood?
Are exams better than projects?
How do I teach my daughter the alphabet?`,
};
