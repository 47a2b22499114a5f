/** Words and questions of social work. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const SOCIAL_WORK: SubjectTerms = {
  hint: `client, welfare, advocacy, shelter, counsel*, foster, abuse, family, caregiver, vulnerable,
    outreach, intervention, refugee, homeless, volunteer, disability, elderly, neighbour, neighbor, support,
    child, community, charity, poverty, trauma, addiction, neglect, visit, crisis, donate, help, care,
    orphan, senior citizen, mother, service`,
  everyday: `social work*, trabajo social, social service, social welfare, foster care, foster child,
    foster parent, homeless shelter, homeless people, homelessness, food bank, soup kitchen,
    domestic violence, child abuse, elder abuse, elderly neighbour, elderly neighbor, supporting an elderly,
    women's shelter, women's refuge, support group, orphanage, adoption agency, charity work,
    nonprofit helping, volunteer at a shelter, welfare office, welfare benefit, food stamps, halfway house,
    drug rehab, rehab program, at risk youth, troubled teen, care home visit, nursing home visit,
    suicide hotline, crisis line, youth worker, youth center, community center, meals on wheels,
    people in need, low income famil*, single mother support, supporting an elderly neighbour,
    elderly person, lonely neighbour, help the homeless, shelter for homeless, foster family, foster home,
    social workers, child neglect, abused, abusive home, abusive partner, teen shelter, refugees,
    refugee family, carer, caregivers, caring for, old people's home, suicidal, self harm,
    people with disabilities, helpline, food parcel, social housing`,
  basic: `child welfare, child protection, child protective, adult protective, case management,
    case manager, caseworker, casework, mandated reporter, mandatory report*, home visit, group home,
    crisis intervention, community outreach, community organizing, settlement house, settlement movement,
    hull house, jane addams, harm reduction, family services, family preservation, kinship care,
    client advocacy, trauma informed, strengths based, empowerment approach, needs assessment,
    intake interview, safety plan, discharge planning, refugee resettlement, human services, case plan,
    guardian ad litem, permanency plan*, reunification of famil*, respite care, social casework, group work,
    self determination of client, confidentiality with client, duty to warn, nasw, code of ethics social,
    school social work, hospital social work, medical social work, probation service, supported housing,
    outreach worker, wraparound service, family reunification, early intervention program,
    substance abuse counsel*, victim advocate, motivational interviewing, almoner, poor law, caseload,
    case notes, client's home, client's, service user, care plan, safeguarding, vulnerable client,
    advocacy for, social justice work, community development, community worker, community service,
    assessment of need, risk assessment of child, placement of child, out of home, aging out,
    emancipat* youth, drop in centre, needle exchange, group session, peer support, support worker,
    mental health social, child and family, domestic abuse, intimate partner, trafficking victim,
    poverty relief, workhouse, welfare state history, welfare rights, self advocacy, empower, empowerment,
    resilience of client, supervision of social, confidentiality, duty to protect,
    informed consent of client`,
  expert: `genogram, ecomap, person in environment, ecological systems perspective, bronfenbrenner,
    mary richmond, social diagnosis, charity organization society, ellen gates starr, gates starr, tarasoff,
    solution focused, task centered, task centred, strengths perspective, saleebey,
    anti oppressive practice, anti racist practice, structural social work, radical social work,
    critical social work, empowerment theory, systems theory in social work, psychosocial assessment,
    biopsychosocial assessment, differential response, structured decision making in child, signs of safety,
    family group conferenc*, title iv e, family first act, icwa, indian child welfare, capta, asfa,
    termination of parental rights, permanency hearing, concurrent planning, housing first,
    assertive community treatment, care act, best interest decision, mental capacity act, section 47,
    serious case review, deprivation of liberty, reflective supervision, vicarious trauma,
    compassion fatigue, dual relationship, boundary crossing, logic model, single subject design,
    acculturative stress, minority stress, narrative therapy, cultural humility, perlman, hollis, flexner`,
  examples: `How can I help an old neighbour who lives alone?
What happens when a child is taken into care?
Where can a woman go who is beaten at home?
How do I run a group for young people on the street?
A client tells me something dangerous: whom must I inform?
How can homeless people get a flat?
How do I talk to a mother who is afraid to lose her children?
What help is there for refugees who have just arrived?
How do carers look after themselves?
Write a case note about this home visit.`,
};
