/** Questions of every subject as people ask them, one a line: the prototypes that an encoder compares a prompt with. */
import type { Subject } from "../../vocabulary.js";

export const EXAMPLE_QUESTIONS: Readonly<Record<Subject, string>> = {
  Anthropology: `Why do some cultures give children a new name when they grow up?
How do researchers live with a village for years without changing it?
What can a jaw found in a cave tell us about early humans?
Explain how marriage rules differ between two peoples of the highlands.
Why did humans start walking on two legs?
What do gifts mean in societies without money?
Compare funeral customs around the world.
Is it fair to judge the rituals of another people by our own values?
Tell me about the way of life of hunter-gatherers.
How is descent traced through the mother's line?`,
  History: `Why did that empire collapse so quickly?
What was daily life like for a soldier in the First World War?
Who was the queen when the fleet was defeated?
Give me a timeline of the events that led to the revolution.
Summarise the causes of the war for my exam tomorrow.
What if the assassination had failed?
How reliable is a chronicle written two centuries later?
What happened to the people of the city after the siege?
How did ordinary people live in the Middle Ages?
I want to find out where my great-grandfather came from.`,
  "Linguistics and language": `What's another word for very tired?
Translate this sentence into Spanish, please.
Is it who or whom here?
Why is English spelling so strange?
Fix the mistakes in my paragraph.
How do babies learn to talk?
Where does this expression come from?
What is the difference between these two tenses?
How can I get better at speaking French?
Which languages are related to Finnish?`,
  Philosophy: `Is it ever right to lie?
Can a machine be conscious?
Do we have free will if everything has a cause?
What makes a life worth living?
Would you sacrifice one person to save five?
How do we know that anything is real?
What did the ancient thinkers say about happiness?
Reconstruct the argument about knowledge in this dialogue and raise an objection.
Is beauty in the eye of the beholder?
How should I argue fairly with someone I disagree with?`,
  Religion: `What do people of that faith believe happens after death?
Why do some people not eat pork?
How should I dress for a visit to a temple?
What is celebrated on this holy day?
Which branches does this religion have and how do they differ?
What is fasting for?
What are the main sacred books of the world?
Who was the founder and what did he teach?
How do monks spend their day?
What is the difference between alms and voluntary charity?`,
  Economics: `Why are prices going up everywhere?
What happens when the central bank raises rates?
Is a minimum wage good or bad for jobs?
Why do some countries stay poor?
How does a tax on sugar change what people buy?
Who gains and who loses from free trade?
Explain how a bubble on the market bursts.
What would happen if everybody got a basic income?
Why is water cheap and diamonds dear?
Is it cheaper to buy a big pack or two small ones?`,
  Geography: `Which country has the most neighbours?
Plan a week in Portugal by train.
What's the capital of Mongolia?
Which sights should I not miss there?
Why do so many people live along this river?
How do I read the lines on a hiking map?
Is this city north or south of that one?
Why is one side of the mountains wet and the other dry?
How did the population of the region change?
Which sea lies between these two countries?`,
  "Political science": `How is the prime minister chosen?
What's the difference between the two chambers of parliament?
Why do people not vote?
Is a two-party system worse than many parties?
How does a law get passed?
What do liberals and conservatives disagree about?
Why do states go to war with each other?
What would it take to remove a president?
Explain how a dictatorship stays in power.
Should the voting age be lowered to sixteen?`,
  Psychology: `Why do I always put things off?
How can I stop worrying at night?
Why do people follow the crowd?
How does memory work when we learn a list?
My friend is always sad, what can I say to her?
What do my dreams mean?
How do habits form and how do I break one?
I can't do this any more and don't know who to talk to.
Why are some people shy and others not?
How does reward change the behaviour of a child?`,
  Sociology: `How does the place where you grow up shape your chances?
Why do rich and poor live in different parts of town?
How have gender roles changed?
What does it mean that class is reproduced by schools?
How do immigrants become part of a society?
Why do young people leave the countryside?
How does inequality affect trust among neighbours?
Design a survey of loneliness among gig workers.
What holds modern societies together?
Why are certain groups stopped by the police more often?`,
  Biology: `Why do leaves change colour in autumn?
How do birds find their way south?
How many legs does a spider have?
What does this part of the cell do?
Why do children look like their parents?
How does a virus get into a cell?
How did whales get back into the sea?
Which animal sleeps the longest?
Why do cats purr?
What happens in our body when food is digested?`,
  Chemistry: `Why does salt dissolve in water and oil does not?
How much acid do I need to neutralise this base?
What happens when iron rusts?
Is it dangerous to mix these two cleaners?
Balance this equation for me.
How do I prepare 250 mL of a half molar solution?
Why is this reaction so slow at room temperature?
What's in gunpowder and why does it burn?
Which gas makes the pop when metal meets acid?
Draw the mechanism and explain which product forms.`,
  "Earth sciences": `Why are there so many earthquakes here?
How do mountains form?
Will it rain tomorrow if the clouds look like this?
How old is this fossil and how do they know?
What's under the Earth's crust?
Why is the sea salty?
How does a cave get its stalactites?
What makes a storm turn into a tornado?
What kind of stone is this, it is black and glassy?
Where does the sand of the desert come from?`,
  Physics: `Why is the sky blue?
How fast does a ball hit the ground from ten metres?
Why does a mirror swap left and right?
How can something be a wave and a particle?
What happens to time when you travel very fast?
Why does ice float?
How much force do I need to push the crate up the ramp?
Why does a hot pan cool faster in the wind?
What keeps a satellite from falling down?
How do magnets work?`,
  "Space sciences": `How far away is the nearest star?
Could people live on Mars?
Why does the moon change its shape?
When is the next shower of shooting stars?
What's inside a black hole?
How do astronauts sleep up there?
Why is Pluto no longer a planet?
How do we know how old the universe is?
How do rockets get back to Earth?
Is there life anywhere else?`,
  "Computer sciences": `My code throws an error and I don't see why.
Write a function that removes duplicates from a list.
How do I keep my passwords safe?
My laptop is slow, what can I do?
What is machine learning in one sentence?
Which database should I use for a chat app?
How do I make the button red on hover?
Can you turn this spreadsheet formula into a script?
Why does the server time out under load?
How do I undo my last commit?`,
  Logic: `If all cats sleep and Tom is a cat, does Tom sleep?
One of them always lies and one tells the truth: what do you ask?
Is this argument valid or is there a mistake in it?
Who owns which pet, given these clues?
What's wrong with saying everybody believes it, so it is true?
Which number comes next and which word does not belong?
Anna is taller than Ben, Ben is taller than Carl: who is the smallest?
Show that these two formulas are equivalent.
I say that I am lying now: is that true?
Does the conclusion follow from the premises?`,
  "System science": `Why do small changes sometimes have huge effects?
Draw a loop diagram of how traffic and housing act on each other.
Why do delays make orders swing up and down?
How can order arise without anyone in charge?
Where is the best place to intervene in such a complicated system?
How does a thermostat keep the temperature steady?
Model the stock of fish and the flows in and out.
What makes a network break down all at once?
How do parts together do what no part does alone?
Why does building roads create more traffic, seen as a whole?`,
  Agriculture: `Why are the leaves of my tomatoes turning yellow?
When should I plant potatoes?
How do I get rid of slugs without poison?
How much fertiliser does wheat need?
Which chickens lay the most eggs?
How do I keep weeds out of the path?
What should follow beans in the bed next year?
How do farmers water fields in a dry country?
My apple tree has no fruit this year.
What feed do dairy cows need in winter?`,
  "Architecture and design": `How can I make my small living room look bigger?
Why do old churches have such pointed windows?
Who built that famous tower?
Which colours go with a grey sofa?
Design a logo for my band.
Is this font easy to read on a poster?
What makes a house warm in winter and cool in summer by its plan?
Why do people hate concrete buildings of the sixties?
Where should the kitchen go in this floor plan?
How should the settings page of an app be laid out?`,
  Business: `How do I ask my boss for a raise?
Write a polite email to a customer whose order is late.
How can my little shop get more clients?
Come up with a name for our new product.
What goes into a business plan?
How should I run a meeting so that it is short?
Write a job ad for a sales person.
Why did that company fail?
Answer this bad review of our hotel.
How do I fire someone kindly?`,
  Divinity: `Write a sermon for the first Sunday in Advent.
What does grace mean in the letters of Paul?
How can Jesus be God and man at once?
Why does a good God allow suffering?
Write a prayer for a sick child.
What did the reformers say about works and faith?
How should a pastor visit a dying member of the parish?
Explain this verse from the gospel.
What is the meaning of baptism?
Which books were left out of the Bible and why?`,
  Education: `How can I get my pupils to listen?
Make a lesson plan for fractions.
How should I study for my finals?
What helps children who read slowly?
Write a recommendation for one of my students.
Is homework any use?
How do I give feedback on an essay without discouraging anyone?
Which questions check whether they have understood?
Are exams better than projects?
How do I teach my daughter the alphabet?`,
  "Chemical engineering": `How does a refinery split crude oil?
Size a column that separates these two liquids.
What happens if the cooling of the reactor fails?
Find the flows out of this unit from the mass balance.
How is ammonia made in a factory?
Why scale up from the lab to a plant step by step?
How do they get the salt out of sea water on a big scale?
Which valve opens when the tank has too much pressure?
How is milk dried to powder in a plant?
How does a plant turn gas into liquid fuel?`,
  "Civil engineering": `Why do bridges sway in the wind?
How deep must the foundation of a house be?
Why put steel into concrete?
How is a tunnel dug under a river?
How much load can this beam take?
Why did the dam break?
How do I keep water out of the cellar?
How are roads built so that they last?
What happens to a building in an earthquake?
How does a town clean its sewage?`,
  "Electrical engineering": `Why does the breaker trip when I use the dryer?
Which resistor do I need for this LED?
How does a transformer change the voltage?
Can I charge my phone with this adapter?
How is a sound turned into bits?
Design a filter that cuts everything above one kilohertz.
Why is power sent over long lines at high voltage?
How do I save electricity at home?
What does this part do on the circuit board?
How does a motor turn current into motion?`,
  "Materials science and engineering": `Why does glass shatter and steel bend?
What makes stainless steel not rust?
Is paper better than plastic for bags as a material?
Why is a sword heated and then put in water?
What is the strongest fibre?
How does the size of grains change the strength of a metal?
Why do metals get tired after many loads?
What are phone screens made of?
How is rubber made harder?
Which coating keeps iron from corroding?`,
  "Mechanical engineering": `How does a car engine work?
Which gear gives more force?
My bike chain keeps slipping off.
How do I size the pump for this pipe?
Why does the shaft vibrate at a certain speed?
How does a fridge get cold?
What's the best way to join these two metal parts?
How much torque does the bolt need?
Design a simple arm that lifts a box.
Why do bearings need oil?`,
  "Environmental studies and forestry": `How can I save water at home?
Is paper better than plastic for the planet?
Why are forests important for the climate?
What happens to the plastic in the ocean?
How many trees would make up for my flight?
Why are the bees dying?
How do you tell the age of a tree?
What would it take to stop burning coal?
Should we let forest fires burn?
How do we bring back animals that are nearly gone?`,
  "Family and consumer science": `How do I get my toddler to sleep?
How do I get red wine out of a shirt?
How should we plan our household budget?
Is it safe to eat this after the date on the pack?
What chores can a six-year-old do?
How do I fold a fitted sheet?
We argue about money all the time, my husband and I.
Which washing programme is right for wool?
How do I save for a new fridge?
What should a baby eat first?`,
  "Human physical performance and recreation": `How do I get ready for my first marathon?
Which exercises help against a weak back?
How many players are on a volleyball team?
Who won the cup last year?
How do I learn to swim front crawl?
What should I pack for a three-day hike?
How can I throw a better punch?
How much rest do muscles need?
Explain the offside rule.
What is a good opening in chess for beginners?`,
  Journalism: `How do I get a mayor to answer in an interview?
Write a headline for this story.
May I quote someone who asked not to be named?
How do reporters check a rumour?
Turn these notes into a news item.
What makes a good first paragraph in a report?
Why did the paper have to print a correction?
How do I pitch my story to an editor?
What's the difference between news and opinion?
How does a local paper survive?`,
  "Media studies and communication": `How do I start a podcast?
Recommend a series like that one.
Why do false stories spread so fast online?
Write a post with hashtags for our page.
How do films make us side with a criminal?
How do I become a better public speaker?
How does advertising shape what we want?
Which actor played the villain in that movie?
Turn this call into a press release.
How do people read the same programme in different ways?`,
  Law: `Can my landlord keep the deposit?
Is it legal to record a call?
What happens if I break a contract?
Do I need a lawyer for this?
What is the penalty for driving without a licence?
Who inherits if there is no will?
May the police search my bag?
Which rights does an accused person have?
Which facts must the claimant prove to win?
Can I use this picture on my website?`,
  "Library and museum studies": `How do I find a book on the shelf by its number?
What should a label beside an exhibit say?
How do I keep old family letters from falling apart?
How should we catalogue a box of old photographs?
What can kids do in a museum so that they don't get bored?
Should museums give back what was taken?
How do e-books work in a public library?
How long must these records be kept?
How are paintings protected from light?
Plan an exhibition about the fishing village.`,
  "Medicine and health": `I have had a headache for three days, should I worry?
Can I take these two pills together?
How much sleep do I need?
What are the first signs of a stroke?
Is this mole dangerous?
How do vaccines work?
What should I eat to lower my blood pressure?
My knee hurts when I climb stairs.
Which drug is first choice for this patient?
Is it bad to sit all day?`,
  "Military sciences": `How did the general win although he had fewer men?
What ranks are there in the army?
Why did the landing fail?
How do you defend a bridge with one company?
How are submarines found?
What is the difference between strategy and tactics?
How does an army get food and fuel to the front?
Would tanks still matter in a war of drones?
What does an officer learn in training?
How was the fortress taken?`,
  "Social work": `How can I help an old neighbour who lives alone?
What happens when a child is taken into care?
Where can a woman go who is beaten at home?
How do I run a group for young people on the street?
A client tells me something dangerous: whom must I inform?
How can homeless people get a flat?
How do I talk to a mother who is afraid to lose her children?
What help is there for refugees who have just arrived?
How do carers look after themselves?
Write a case note about this home visit.`,
  Transportation: `What's the fastest way to the airport?
How can I cycle to work safely?
Why are the trains always late?
How do I get a driving licence?
How do planes stay up?
Would free buses mean fewer cars?
Plan the route for one van and eight stops.
Which used car should I buy?
How do traffic lights know when to change?
Is it better to fly or to take the train?`,
  "Culinary arts": `What can I cook with eggs and courgettes?
How long do I boil an egg?
Why is my bread so dense?
How many tablespoons are in a cup?
Suggest a menu for a dinner with six friends.
What can I use instead of cream?
How do I make a good curry?
What wine goes with fish?
How do chefs cut onions so fast?
My sauce is too salty, help!`,
  Literature: `Write a story about a dragon who is afraid of fire.
Who wrote that novel about the whale?
What does the green light stand for in the book?
Write a short poem for my grandmother.
Why does the hero wait so long before he acts?
Continue this story: the door opened and nobody was there.
What should our book club read next?
Is the person who tells the story to be trusted?
Describe the villain of my novel.
Write a haiku about autumn.`,
  "Performing arts": `Write a song about the sea.
How do I get over stage fright?
Which chords go with this melody?
Who composed that ballet?
What does the conductor actually do?
How do actors learn so many lines?
How do I tell a joke so that it lands?
Teach me a simple dance.
Which key is this piece in?
What was new about that opera?`,
  "Visual arts": `How do I take better photos of my kids?
Who painted this?
How do I mix a good green?
What did the painters of that time want to show?
How do I draw hands?
Why is this picture of a black square famous?
Which brush do I need for watercolour?
What's a good pose for a portrait?
How do sculptors work in marble?
Suggest a palette for my slides.`,
  Mathematics: `What is 17 percent of 240?
Solve for x.
Two trains leave at the same time, when do they meet?
How likely is it to roll two sixes?
Prove that the sum of two odd numbers is even.
How do I find the area under this curve?
She had 12 apples and gave away a third, how many are left?
What's the average of these numbers?
What does the standard deviation tell me?
Simplify this expression.`,
  "Public administration": `How do I register after moving to a new town?
Answer this complaint from a citizen.
How does a city decide where to put a playground?
Why does the office take so long?
Plan a clean-up day for our street with the council.
Who checks how a ministry spends its money?
How is a census taken?
Draft a notice to residents about roadworks.
Should the town run the swimming pool itself or hire a firm?
How can an agency measure whether a programme works?`,
  Others: `Hi, how are you today?
Tell me something funny.
I'm bored, what shall we talk about?
What should I give my brother for his birthday?
Write a speech for my best friend's wedding.
Pretend to be a pirate and talk to me.
Make up an excuse so that I need not go.
How many candles go on the cake?
Sort these names by the alphabet.
What can we do on a rainy day?`,
};
