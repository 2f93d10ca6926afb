"""A cry for help typed in a practice: help comes first, wherever it is, and the story waits."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Folders
from guide.conversation.events import Answered, Asked, Event
from guide.conversation.net import Net
from guide.flow.model import pick
from guide.front.chat.draw.text import Action
from guide.front.chat.page import draw_page
from guide.front.chat.state import ChatState
from guide.front.languages import Languages
from guide.front.plain.group import GroupPractice
from guide.i18n import load
from guide.i18n.words import Words
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.scene import Stage
from guide.session import NotOffered
from guide.understanding.recognizers import Recognizers, urgent
from tests.support.practising import SEED, after, screen, shipped, stage, told
from tests.support.talking import ROOT, SHIPPED

STORY = "coins-for-a-picture"
LOCALES = str(ROOT / "locales")
FOLDERS = Folders(str(SHIPPED), LOCALES)

OF_THEMSELVES = [
    # in despair, or in danger
    *("i want to kill myself", "I want to die.", "want to die", "suicidal", "i cut myself"),
    *("i dont want to be here anymore", "i took too many pills", "im in danger", "help me"),
    *("i need help", "i am not safe", "someone is hurting me", "i need an ambulance"),
    # with somebody else in the same breath
    *("i want to die can you help me", "i want to kill myself you have to help me"),
    *("do you think i should kill myself", "you make me want to die", "what if i want to die"),
    # at home now
    *("im not safe at home", "my husband hits me", "my partner is violent", "he hits me"),
    *("my boyfriend hit me last night", "im scared to go home", "im being blackmailed"),
    # long ago
    *("this happened to me when i was 12", "something like this happened to me", "me too"),
    *("i was abused", "i was abused as a child", "i was raped", "i was groomed at 13"),
    *("my uncle touched me when i was little", "my dad used to beat me", "i was that child"),
    *("sorry this is too close i was abused too", "a man did this to me"),
    *("I can't do this, it's too close to home", "this is triggering", "it happened in my family"),
    *("he put his hand between my legs", "my teacher did that to me", "I lost my son to suicide"),
    # while it happens
    *("he is outside my house", "someones trying to get into the house and im on my own"),
    # in few words
    *("no point living", "wish i wasnt born", "gonna od", "please help", "i'm a survivor"),
    *("i am that boy", "this is too much for me"),
]
"""What somebody may type of their own life, whoever they are."""

OF_SOMEBODY_IN_DANGER = [
    *("there is a man with a gun here", "he has a knife", "someone is breaking in"),
    *("there is a child in danger right now", "he is beating her right now", "call 999"),
    *("she has taken pills call someone", "he is suicidal, call 999", "he wants to kill himself"),
    *("what do i do he has a knife", "can someone help there is a man with a gun"),
    *("i'm calling the police there is a man with a gun", "you said he has a knife"),
]
"""What somebody may type of a danger beside them, to nobody in particular."""

TO_THE_YOUNG_PERSON = [
    *("do you want to kill yourself?", "do you want to kill yourself", "are you safe?"),
    *("are you safe at home", "has he hurt you?", "did he touch you", "did he rape you?"),
    *("are you thinking of suicide?", "do you hurt yourself", "is anyone hurting you"),
    *("you said you want to die, is that right?", "does your dad hit you", "were you abused"),
    *("how long have you wanted to die", "is he there now", "is there a knife", "who hurt you?"),
    *("are you in danger now", "have you taken any pills", "why do you want to die?"),
    *("any thoughts of suicide?", "has this happened to you before", "so he touched you"),
    *("if you want to die tell me", "i ask everyone this do you think of dying"),
    *("i believe you that he hurt you", "thank you for telling me that he hurt you"),
    *("i am worried you might hurt yourself", "i am sorry that happened to you"),
    *("can you tell me if he hurt you", "would you like to tell me more about the abuse"),
    *("i have to tell our safeguarding lead", "i will call 999 now", "i'm calling an ambulance"),
    *("i promise i wont tell anyone", "tell me about the abuse", "show me the pictures"),
    *("i would ask about suicide", "that is abuse"),
    *(
        "Do you feel safe going home tonight?",
        "What did he make you do?",
        "my job is to keep you safe",
    ),
    *("I'm not going to tell your mum he hit you unless I have to", "I'm scared for her"),
    *("I need to ask: are you thinking of ending your life?", "Let's call the police together"),
    *("I think this is grooming", "she might be being groomed", "I am the safeguarding lead"),
    *("is the child not safe?", "does she need help", "this did not happen to me"),
    *("is there a knife", "he has a knife?", "If they turn up, it is 999."),
    *("Just leave the phone off for a bit.", "Is he there now? Does he have a knife?"),
]
"""What a worker asks or tells the young person of a story, or says of somebody else."""

WITHOUT_A_WORD_OF_DANGER = """
nobody would miss me
no one would miss me if i was gone
nobody would notice if i died
they'd be better off without me
everyone would be better off if i wasn't here
i feel like there's no point to me any more
i can't do this any more
i don't see a way out
i've had enough of living
i keep thinking about ending it
i was hurt like this as a kid
my stepdad did this to me
it was my coach and i never told anyone
this is my story
that's what happened to my daughter
i never told anyone what he did
i think about dying every day
i've written a note
i've got the tablets here
i wish i could go to sleep and not wake up
i'm not coping
i'm really struggling, i can't cope
i self harm
i used to cut
my dad hit me too
i'm frightened of my husband
i'm scared he'll kill me
he's going to kill me
he won't let me leave the house
i've been drinking every day since and i want it to stop and i want to die
when i was nine my brother came into my room
i was that girl
some people think about suicide. i do.
i asked her if she thought of suicide and now i think of it myself
do you know what, i want to die
i'm sorry i need to stop, it happened to me
i don't want to live
what's the point, i'd be better off dead
nobody would care if i died tonight
i hate my life and i want out
life isn't worth living
i took an overdose last week
i hurt a child
no one would even notice i was gone
i just want it all to end
feeling suicidal
i can't stop crying and i don't want to be here
my mum used to burn me with cigarettes
i want to end my life
i don't think anyone would miss me
my kids would be better off without me
they'd all be happier without me
i cant do this anymore i want to die
honestly i was her. my uncle, every summer till i was 11
i think about driving my car into a wall on the way home
this is too close to home, my stepdad did this to me
i took an overdose last week and nobody at work knows
my husband hits me and im sat here doing training
im not ok, i keep thinking everyone would be better off if i was gone
same thing happened to me as a kid and i never told anyone
i've been cutting again since the summer
sorry i need to stop, this brought it all back
i was raped at uni
i don't want to be alive tonight
my own son told me this last night and i dont know what to do
i've got the pills here next to me
my partner choked me on sunday
i cannot breathe, i am having a panic attack
the priest at my school did that to us
i just want it all to stop. i want to go to sleep and not wake up
nobody believed me when i told them about my brother
i am scared to go home after this session
i lost a pupil to suicide in march and i cant stop crying
i'm going to end my life when i get home
it was my coach. i was fourteen. same words
he still has photos of me
I wish I was dead tbh
I keep having flashbacks reading this
my daughter is being abused by her grandad i only just realised
am i even allowed to say this happened to me
i feel like hurting myself right now
my ex is outside my house please help
that was me. i was that kid on the stairs
this has brought up a lot, i feel sick
mine was my grandad
i was thirteen when it started and nobody stopped it
i've been having nightmares about him ever since this training
i keep imagining crashing the car on purpose
reading this takes me straight back to his flat
same. stepbrother. years
i think i am having a breakdown
im drinking every night so i dont have to think about what he did
what she says about the coach is word for word what mine said to me
i'd rather be dead than feel like this
god i could be her mum. my girl went through this
i dont feel safe tonight
i've started hurting myself again
i took something. i feel strange
you know what, i tried to hang myself in june
nobody knows i was abused
my wife threatens to kill herself and me
he comes home drunk and i hide in the bathroom
i cant stop thinking about jumping
this is my childhood
i'm crying, i can't carry on with this
i hurt so much i want out
when that lad said midnight i remembered my own. i nearly died that night
i had this done to me by my boss last year
im a teacher and im being stalked by a parent
sometimes i stand on the bridge and think about it
there's a voice telling me to do it
i've never said this out loud but i was raped by my ex
that's my story nearly word for word
im not safe with myself tonight
i was nine and it was the lodger
my own dad was the coach in this story
ive got a rope in the car
i feel dead inside and i want it finished
cant stop shaking, this is what he did
i keep wondering if id be missed
my flatmate just tried to overdose
i was groomed online when i was 15 and nobody at school cared
everything in me wants to not exist
he is my ex and he is waiting in the car park for me
i still have the scars from my mum
i think i need someone to talk to
i am being blackmailed with a video
this one is too real for me
years of it. my step mum. broom handle
i cant sleep since my brother killed himself
i get so low i scare myself
it started with coins for me as well
my son is 14 and i think this is happening to him
i lie awake planning how to do it
i hate myself so much i burn myself
had to leave the room, sorry, it was my sister who did it to me
i was that boy's age when my teacher kissed me
i just want to sleep forever
help i'm hyperventilating
am i next? my husband said he would finish me
honest answer? i want to be dead
i reported my rape and the police laughed
god this is me and my mum
im sat here crying, my nan's boyfriend did that
honestly i dont want to see christmas
i keep hoping a bus hits me
i was in a gang and they made me hold knives
last night he pushed me down the stairs
i can't be around people who hurt kids, i was one of those kids
my head tells me to jump every time i see a bridge
i'm pregnant and he kicks me
there is nothing left worth staying for
got a blade in my bag right now
i've not eaten for four days and i can't make myself
i didnt know it was abuse until just now
he used to come into my bed
my manager keeps touching me and i am shaking
wish i wasn't here, honestly
everyone leaves me, i might as well die
our priest. three of us. nobody listened
i want to stop hurting
this girl is me twenty years ago
i'm not okay, i've not been okay for months
someone please talk to me
i have thoughts about hurting my baby
i'm next to the railway
my uncle is in the next room and i'm scared
they took pictures of me too
i lost my best mate the same way last year and i can't breathe
i dont know how much longer i can hold on
my dad is going to marry me off in july
i got raped on saturday
i can't look at this screen, it's what my stepdad used to say
im suicidal too
when does it stop hurting, i was six
i'm bleeding
someone hit me tonight and i'm hiding in the staff toilet
life is pointless
i wanna die so bad
every day i wake up and wish i hadn't
i'm a foster kid and my carer locks me in
my mate says he will jump
the lad in it could be my brother, he killed himself last spring
i've no one. no one at all
i was her age when mum's bloke started
i need the samaritans number
this happened at my club and i did nothing, i can't live with it
my boyfriend makes me do stuff i hate
i cut too
i took fifteen paracetamol an hour ago
i am the child in this
he put his hands round my neck
i feel like i'm drowning and nobody sees
its happening to me right now
i've been having dark thoughts
she's hitting me and i'm the man so who would believe it
i drove to the cliffs yesterday
can i talk to someone about what happened to me
no one would care if i wasn't here
i've had thoughts of ending it
i don't want to wake up tomorrow
i'm tired of living
i feel like giving up on life
there's nothing left for me
i can't carry on
i can't go on like this
i can't keep going
i'm done with life
i've lost the will to live
i hate being alive
i wish i was never born
i wish i could disappear
when i was 9 my stepdad did things to me
when i was a kid my uncle did that
i never told a soul
nobody believed me when i told them he touched me
it happened to me too
i was in care and they beat us
my ex used to hit me
i was the girl in this story once
i'm going to end it tonight
i can't see a future
i've nothing to live for
i feel worthless and want to die
i think they'd be better off if i was dead
i've saved up my pills
nobody would come to my funeral
i don't want to exist
there's no reason for me to be here
i want to disappear forever
i've been self harming again
my husband raped me
i'm being hit at home
i was abused by a teacher
my stepdad did the same and mum knew
my son tried to take his life last year
i keep crying since this started
i don't deserve to live
that happened to my little girl
i'm having flashbacks
i survived this, it's hard to read
this is exactly my marriage
this training makes me want to cut
""".strip().splitlines()
"""What is said of oneself, by its form: "nobody would miss me"."""

LIVED_THROUGH = """
one of the lads i mentored hung himself and i had missed every sign
i think i'm attracted to the children i work with and it terrifies me
i make myself sick after every meal and nobody at work has noticed
he tracks my phone and counts the miles on the car
my family are sending me to pakistan to be married and i said no
he said he'd put petrol through my letterbox
my chest hurts and my arm has gone numb
i was in a home in the eighties. you don't want to know what went on at night
a supervisor cornered me in the stock room last week
since the baby came i look at her and think of awful things
i gave up eating in october
my little boy told me an hour ago that his dad does things in the bath
he keeps my bank card and gives me a tenner on fridays
i have nowhere to sleep tonight
they take my passport and i clean for them seven days
i drink a bottle of vodka before work just to get through the door
there is smoke coming under the door
my ex sent the video to my whole office
i woke up with no clothes on and i don't remember the party
my dad's friend. i was eight. the caravan
nothing i do matters and i am so so tired of being me
i've put my affairs in order
the only thing that stops me is the dog
he pins me against the wall and then he cries
my teenage daughter has locked herself in the bathroom with a razor
nobody came for us either when we were kids
i shake whenever i hear that sort of voice, it's how he spoke to me
i cried all the way through that, it's too near the bone
wld b better if i just wasnt around tbh
im haveing a hart atack
i found my mum hanging when i was ten
my mate overdosed in the toilets at work on tuesday and i can't get it out of my head
my partner is on my back about money and last night he broke the bedroom door down
he made me have an abortion
i'm being paid by text to hold parcels and now they won't let me stop
my brother made me do things with him in the shed
i have a lump of dread every time his car pulls up
my mum's ill and i'm the only one who gets her to bed, i'm fifteen
i lost it with my toddler today and shook him
they're outside shouting my name with bats
i haven't slept in a week and i'm hearing people who aren't there
i want to smash my own head in
i feel nothing any more, just grey
my headteacher puts his hand on my knee in every meeting
i lie to everyone about the bruises
not sure i'll make it to monday
whatever i do he finds out where i live
i was the one who was sent the pictures and i looked
my ex says he'll take the kids and i'll never see them
ten years and i still check the locks four times because of him
i think my drink was spiked on friday
i'm an alcoholic and i'm drunk now
my neighbour's kid is screaming and i can hear him being hit
my student just walked in covered in blood
i can't do another year of this, i'd sooner be under the ground
my dad called it our game
i'm not well, i need a doctor
i'm stuck in a marriage my parents chose and he forces me
my brother in law forced himself on me at christmas
i dont want to do this life any more
i've been thinking of walking into the sea
he reads all my texts and won't let me see my sister
i'm fifteen and my stepdad films me in the shower
when i was seven a man from church used to tickle me and then more
i'm so scared of tonight
my girlfriend cut my face with a glass
they chained me to the radiator when i was little
honestly i don't think i can stay alive
i swallowed a load of tablets at lunch
i cried reading that because it was my sister
the baby isn't breathing
my husband said he'd burn the house down with us in it
i was trafficked here at nineteen
the man in flat two grabbed me on the stairs
i miss my son so much i want to go to him
i'm bulimic and this isn't helping
nobody ever asked me that when i was being beaten
i'm in the toilets crying
please make it stop
my dad broke my arm when i was ten and told them i fell
i've got a knife and i want to use it on myself
my daughter won't wake up
i still can't say his name out loud
someone is trying to break into my flat
he raped me and i'm pregnant
i think about my own death most days
i relapsed last night, heroin
this story has really shaken me up, i think i should talk to somebody
my uncle still comes to every family party and i have to serve him tea
i was assaulted walking home on friday
i can't look in mirrors since it happened
they found my friend dead on sunday
she throws plates at me and tells me i deserve it
i've got nobody and christmas is coming and i don't want to see it
i used to hide in the wardrobe when dad got in
help me please i'm bleeding badly
he's at the door now shouting
i think my stepson is hurting my little girl
i've been taking more and more of my mum's morphine
he said if i leave he will find me and finish it
i'm fourteen and i clicked this by accident but i need someone
our vicar had favourites and i was one
i could just drive off the road and nobody would know
my manager sends me pictures of himself
i had to give him my daughter's inhaler money again
i freeze if anyone stands behind me, ever since the cadets
everything is too heavy and i want to lie down and not get up
i told my mum and she slapped me for lying
""".strip().splitlines()
"""What was or is done to the speaker, and how low they are, in words of no list."""

OF_THE_DAY = """
let's take a breath together first
shall we find somewhere quieter
i feel sad hearing this
i'm nervous about getting it wrong
i don't like any of these answers
can we do the next one
my group is back at two
my daughter is the same age as this girl
i can sit with you while you ring
i would tell my manager straight after
i'm dying for a cup of tea
this keyboard is killing me
i used to work in a children's home
when i was fifteen we had nokia phones
i can't see the screen properly
i'm lost, which screen is this
can i have the help page please
what would the lead say
that must have taken a lot to say
take all the time you need
i'm not cross with you
it's good that you came to me
who would you like to be in the room
i won't be going anywhere until five
is there an answer that says nothing
my friend runs a training like this in leeds
i was late because the bus broke down
we had a case like this at our club
write down her exact words with the time
she is lucky to have you as a friend
my lead is called away on thursdays so i'd tell the deputy
i find it hard to stay quiet when they pause
she trusts me so i need to be honest with her
he told me in confidence but i can't keep that
my boss would want that in writing
a boy told me something like this last year and i wrote it down
i took my time over that answer
my partner works in social care
my headteacher put me forward for this training
i always mess up the second question
i'd keep my voice low and sit beside her
the coach drove me to the station
we cut the second session short
i left my glasses at home
my brother is a policeman and he says the same
i feel out of my depth with this one
i stopped taking sugar in my tea
that story got me thinking
i nearly chose the other one
i haven't got a pen
someone in my group wants a break
the room is too hot for me
it took me three goes
i'm not sure i'd say it like that
i would not ask him for details
i hate role play
i can hear the kettle
i grew up in cardiff
he looks worn out and hungry to me
can you make the writing bigger
i'd sit on the floor next to him
my colleague said the first one was better
the kettle is on, back in five
we use a yellow form for that
i like how calm she stays
he hasn't told anyone else yet
i want to say less
i'd leave the door open a bit
my son is at that school
my mum taught me to listen
she never lets me finish
what happens if i say nothing
the deputy signed me up
let me think
i would check it was safe for him to go home
i am the designated lead at a primary school
i've got a meeting at three
i got that one wrong
this is harder than it looks
i need to practise this more
they gave us twenty minutes
i thought he would say yes
i'd thank him for telling me
the lad in this reminds me of my brother
my bus goes in ten minutes
how do i get back to the list
i'm a bit rusty
that was a good one
i prefer the second answer
i'd write his words down after he has left
the second one is what my manager would say
it is nearly lunch
can i skip the rest
i'm rubbish at these
she might want her friend beside her
my screen went black for a second
the wifi dropped out
i did this course two years ago
he is going to need the lead today
i would phone the lead from the office
what's the difference between two and three
i said number two
is this timed
my handwriting is awful
i've met kids like him
i'd ask what she wants to happen
we should stop for coffee
i find teenagers easier than little ones
nobody told me there was a quiz
""".strip().splitlines()
"""What people in a training say of the day, the room, the program and the young person."""

OF_PEOPLE_AND_TO_YOU = """
some people who feel like that think about suicide. do you?
sometimes people want to kill themselves when it gets like this. have you felt that?
sometimes people want to kill themselves when it gets like this
some young people feel they want to die. is that how it is for you?
people who feel this low can think about ending their life
when people are that sad they sometimes think of suicide, is it like that for you
lots of people your age think about dying. what about you
do you ever feel nobody would miss you
what about you, do you ever think nobody would miss you?
do you feel like nobody would miss you
have you ever thought that they'd be better off without you
are you having thoughts of ending your life
has it got so bad that you think of dying
other people have told me they wanted to die. is that you too?
i've met young people who cut themselves. do you?
is it so bad that you want to die
you said nobody would miss you
you said you can't go on. tell me more
so you feel that life isn't worth living
when you say you can't go on, do you mean suicide?
when you say you want it to stop, do you mean you want to kill yourself
i'm asking because i care: are you suicidal?
i need to ask you straight, are you going to kill yourself
i wonder if you have thought of suicide
i wonder whether you ever want to hurt yourself
did you take something today
have you hurt yourself today
do you have a plan
does anybody hurt you at home
is somebody making you do things
it's not your fault that he hurt you
tell me about the last time you wanted to die
and do you still want to die
some people hurt themselves when they feel bad. is that something you do?
it sounds as if you can't cope
it sounds like nobody would miss you, is that how it feels
young people sometimes cut themselves to feel better. has that happened?
sounds like you're not safe at home
many people who were abused think it's their fault. it isn't.
would you tell me if you wanted to die
if you ever think about suicide, will you tell me
how often do you think about dying
suicide is something i ask everyone about
anyone can feel suicidal. do you
some children get hit at home. does that happen to you?
has anyone ever touched you
it's okay to feel like you want to die, tell me more
sometimes people wish they weren't here. do you
people can feel like there's no point living. do you feel that
when people get threatened like this they can start to think about suicide. are you?
sometimes, when things get this bad, young people think of killing themselves. is that so for you
some children get hurt at home. does that happen?
others in your place have thought of dying. have you?
i've spoken with boys who wanted to end their lives. is that on your mind
it's common to feel like you can't go on. do you feel that
people often feel nobody would miss them. do you
do you feel you'd be better off dead
have you ever felt like you'd be better off not here
can you see a way out
are you coping
have you had enough of living
have you written a note
have you got tablets with you
do you want it all to end
has anybody touched you when you were little
did that happen to your sister
have you told anyone what he did
you can't do this any more, you said
did you say nobody would care if you died
so nobody would miss you, you feel
it feels like there is no way out for you
that sounds like you have had enough of living
is life worth living right now
do you feel there's no point
would anyone notice if you were gone? is that the thought?
many who cut themselves do it to feel calm. is it like that?
most people who think about suicide don't want to die, they want it to stop. you?
i'm not going to be cross, are you thinking of killing yourself
i will ask you about suicide now
let me ask, are you suicidal
tell me what happened when you were nine
were you hurt when you were a kid
lots of kids are scared to go home. are you?
i hear that you want to die
thank you for telling me you want to die
i hear you, nobody would miss you, you think
people who are bullied sometimes hurt themselves. i wonder if you do
do you ever think about killing yourself?
are you thinking about suicide at the moment
have you hurt yourself
tell me what happened on saturday
do you feel safe going home tonight
are you safe right now?
i'm so sorry that happened to you
thank you for telling me, i believe you
did he touch you
is someone hurting you at home?
have you taken anything today
do you want to die?
i can't keep this a secret, i will have to tell our safeguarding lead
sometimes people who feel like this want to hurt themselves. is that how it is for you
it sounds like you can't go on
you said you dont want to be here anymore. tell me more about that
who else knows about this
has anyone asked you for pictures
how long have you been cutting for
if you're thinking of ending your life i want to hear about it
you're not in trouble
he hit you
is your mum frightened of him
i am worried that you might kill yourself
were you raped
you mentioned your uncle, can you describe what happens
would you like to sit down
i'm going to ask you straight, are you suicidal
has he ever threatened to kill you?
i have to make sure you're safe, is anyone going to hurt you tonight
i was a kid once too, i know how loud a fridge is
tell me what brought it all back
it was your coach who did this?
i was at your school as well
when i was your age we had no phones
how old were you when it started
do you have nightmares about it
you said it was your uncle
do you get flashbacks?
that must have been so frightening
i'd like to understand what happens at night
what do you do when it gets that bad
some people hurt themselves to cope. do you?
i believe you, and i'm glad you said it
it is not your fault that he did that
will you be safe until i see you tomorrow
do you think about jumping
have you thought of a way to do it
i'm wondering if you have been thinking about killing yourself
is there anyone at home you are scared of
can you show me where it hurts
take your time
did she say she would kill herself if you left
who was it that did this to you
you mentioned pills, how many have you got
what would help you tonight
does your mum know he does that
he is in prison for that now
nobody is cross with you. what happened next
was it your coach
that is a lot to carry. i'm listening
tell me about the coins
i won't tell your dad tonight but i have to tell our lead
can you tell me more about the voice
does the voice tell you to hurt yourself
are you planning to do it
do you lie awake at night
who has the pictures
is he waiting for you outside
has he said what he will do if you don't pay
you are very brave to tell me this
what makes you feel like that
i can see you are crying
i noticed the scars on your arm
when did this start
were you nine then
have you got someone to talk to tonight
it must be scary when he drinks
i think you might be low
would it help if i sat with you while you rang childline
i need to ask if you have a plan to end your life
is your sister safe from him
thanks for trusting me
i want to make sure you get home safe
people your age sometimes get asked for pictures
you said he finishes at ten. what happens at ten
i'm not allowed to keep that secret
could you describe the man
what did the message say
what's the worst bit about it
i'm here, take all the time you need
and what did your uncle say then
so tell me a bit more about the gang
does he come into your room
did they take pictures of you
are you pregnant
who made you hold the knives
you don't have to go home tonight if it is not safe
have you eaten today
i'm going to write down exactly what you said
how long can you hold on for
has your manager touched you
have you ever thought about hurting yourself
do you feel like nobody listens
tell me what happened at christmas
i promise i'll be there when we tell her
is it okay if i ask you about suicide
it's brave to say that your dad hits you
that sounds really lonely
some girls are forced to marry. are you worried about that
what's in your bag
have you got anything on you that you might hurt yourself with
you're shaking. shall we sit down
i heard you say you can't breathe at night
i've worked with lots of young people who were hurt by someone they love
your uncle should not do that
nothing you did made him do it
we can stop whenever you want
i need to check, do you still want to die tonight
is there a plan for tonight
does it still hurt
when you say pointless what do you mean
how does he make you feel
did somebody hit you tonight
what do you wish for
and your carer, what does she do
i'd like to help you tell your mum
let's find somewhere quiet to talk
do you feel safe with your carer
that coach should not have done that
and did he jump
it's normal to feel scared
your body froze. that happens to people
did he put his hands on you
are you bleeding anywhere
i wish you had not had to go through that
is it still happening
what happens when she gets angry
we have a duty to pass that on
who do you talk to when things get bad
i'm worried about you
i can give you the number for samaritans
has he hurt anyone else
do you wake up at night
how many tablets did you take
you're telling me your boyfriend makes you do things you hate
i will stay with you until the ambulance is here
has she ever locked you in
do you want it to stop
some young people tell me they want to cut themselves. is it like that for you
tell me what you mean by disappear
you said you hate being alive. can you tell me more
""".strip().splitlines()
"""What a listener asks, also after saying what people in general feel."""

OF_THE_TRAINING = """
they sent me on this course from work
my manager put me on this course
i've been on a course about grooming
i was sent here by my lead
we did a session about fgm last year
I was off sick last week
my son was off sick so i missed the first part
i had a sick day on monday
I'm looking for the one about gangs
i want to do the story about domestic abuse
i was looking for the self harm story
i'd like to practise the one with the bruise
i'm interested in county lines
i work with children who have been abused
i am here for the training on exploitation
i've done the sextortion one already
i was told there would be a story about forced marriage
i need the one about honour based abuse for my group
i teach about consent and online safety
i was hoping for something on grooming
i got stuck on the blackmail one
i've had training on abuse before
i was stuck in traffic
my wifi went down
i left my jumper in the car
i was shown the slides on fgm
my course is about safeguarding
i run a group for survivors of abuse
i've been on maternity leave
i support women who have been raped
i was given this by the head
i've been doing this job for ten years
i was poorly yesterday so i am catching up
my colleague got sent on the same course
i have been asked to lead the session on self harm
i passed the first module
i got the certificate for abuse awareness
i was in the wrong story, i wanted the one about bullying
my favourite was the one about the coach
we've got a quiz on neglect at three
i volunteer with a charity for abused children
i missed the bit on spiking
i'm doing my dissertation on child trafficking
i am the trainer and i need the handout on nudes
i was looking at the list for one about running away
my school has had two cases of sextortion
i came for the bit about suicide
i clicked on the wrong story
i was taught never to ask about abuse directly
i've been a foster carer for kids who were abused
head office booked us all on this safeguarding course
my boss signed me up for it
i missed work on friday with a bug
i phoned in sick yesterday
can't find the one on honour killings
i was hoping you'd have a scenario on peer on peer abuse
where do i find the fgm one
i've got a certificate in child protection
i need something on cuckooing for tuesday's session
we use a lesson about county lines with year nine
i have delivered training on consent for years
i wanted the sextortion scenario and got this instead
i've read the bit on recording
i did the suicide prevention course last autumn
my colleague wrote a leaflet on stalking
i'm preparing an assembly about online grooming
i came across your tool at a conference on exploitation
i was absent for the module on neglect
my line manager wants me to do three stories by friday
i work in a refuge for women who have left violent partners
i support lads who have been cuckooed
i'm a counsellor for people bereaved by suicide
i look after two girls who were trafficked
my role is to help families affected by drink
i was off with flu
i'm signed off until monday
i have a bad back so i am typing slowly
i skipped the story about the boy and the pills
i found the domestic abuse story very good
i tried the spiking one with my group
do you have one on cuckooing
i'd rather do a story about a younger child
our safeguarding trust wants everyone to complete two of these
i got bored with the forced marriage one
i've only had basic training on radicalisation
the lads i coach would hate this
i was ill so my colleague did it without me
i took a day's sick leave last month
i clicked the suicide story by mistake
i did my level three last june
i mentor care leavers who've been exploited
the course leader asked me to try it
my deputy recommended the one about the rabbit
i need the answers to the blackmail story
i'm a governor and i want to see what staff are taught about abuse
i'm late because of traffic on the ring road
i wrote my thesis on child neglect
i work nights at a hostel for homeless teenagers
i prefer the domestic violence module to this
""".strip().splitlines()
"""What people say of the course, the story they look for, and the people they work with."""

OWN_BESIDE_A_TRAINING = """
this training makes me want to cut
the story about the coach makes me want to die
the one about gangs is my life
i was raped on a training course
my manager touched me on the course
i was abused in the home i work in with other kids
i'm the one who was abused
that story about abuse happened to me
i was the girl in the self harm story
the self harm story is about me
i work with children and i was abused too
i support women who were raped, i was raped
this course brought back what he did to me
the bit about suicide has really upset me, i want to die
i was sent on this course and my boss raped me there
on the course last week a man put his hand up my skirt
i want to die after doing the story about abuse
i was told to do this training but my husband hits me
i need the story to stop, i cut myself
the one about the coach, that was me
i'm off sick because my husband broke my arm
i was sick all night after what he did to me
i teach children and i am being stalked
i was groomed by the man who ran the course
i was a foster kid and my carer beat me
she is reading about suicide and has taken pills
i work with a man who raped me
my colleague on the course keeps touching me
the story on suicide. that's how i feel
i keep thinking of the one about suicide because i want to do it
my boss asked me to do things in his car
i did the one about blackmail and it is happening to me
this course is hard because my stepdad did that
i work in a hostel and a resident attacked me last night
my deputy keeps sending me dirty pictures
i was off sick after he beat me
the suicide story was too much, i tried it myself in may
i got sent home from the training crying, it was my life
i'm a foster carer and i can't cope any more, i want to end it
the trainer followed me to my car and touched me
i came for the bit on stalking, my ex is at my window
i took the module on abuse because i was abused
i've read about grooming and now i know that is what he did to me
my husband won't let me go to the course, he took my keys
i'm one of those kids who were trafficked
the girl in the nail bar story is me ten years ago
i want to die and this quiz is not helping
my manager put me on this course and i can't stop thinking about what my dad did
i was looking for the one about gangs because they are after me
the module on stalking describes my ex, he follows me home
i work with abused women and tonight my husband hit me
the story about the bruise, my mum did that to me
i did the training on suicide and i want to die
my lead groped me at the workshop
i help kids who self harm and i cut too
the domestic abuse story is my marriage
i'm off sick because i took an overdose
i've been signed off since i was attacked
i teach a class and one of the lads beat me up
i was raped by the man who gave the course
the bit about grooming is what my coach did to me
i came here to learn about abuse, my uncle abused me
my school knows he hits me
i need something on suicide because i want to end it
the one on coercive control is him to a t, he takes my wages
""".strip().splitlines()
"""What people say of themselves in the same breath."""

NEITHER = ["what?", "hello", "asdfgh", "the police", "i don't know what to say"]

PLACES = {
    "the menu": (),
    "the stories of one kind of person": ("young-person",),
    "the list of what was practised": ("practised",),
    "the last screen": ("finish",),
}
IN_A_STORY = {
    "before a story": (),
    "listening": ("listen",),
    "in the middle of listening": ("listen", "thanks"),
    "after listening": ("listen", "thanks", "ask-safe", "honest"),
    "deciding": ("route",),
    "walking": ("walk",),
    "walking, further on": ("walk", "young-person", "no"),
    "choosing what would be different": ("listen", "thanks", "ask-safe", "honest", "what-if"),
}


def at(place: str) -> Practice:
    """A practice at one of the places."""
    if place in IN_A_STORY:
        return after(STORY, *IN_A_STORY[place])
    held = Practice(stage())
    for key in PLACES[place]:
        held.choose(key)
    return held


IN_PLACES = [*PLACES, *IN_A_STORY]
EVERYWHERE = pytest.mark.parametrize("place", IN_PLACES)


def words_of(events: tuple[Event, ...]) -> str:
    return " ".join(str(event) for event in events)


def typed_lines() -> list[str]:
    """What people type, from the tables that hearing is measured by."""
    lines: set[str] = set()
    for file in sorted((ROOT / "tests" / "phrases").glob("*.tsv")):
        with file.open(encoding="utf-8") as table:
            lines |= {row["text"] for row in csv.DictReader(table, delimiter="\t")}
    return sorted(lines)


@pytest.fixture(scope="module")
def net() -> Net:
    return Net(shipped(), FOLDERS)


# -- what is a cry for help, and what is none


@pytest.mark.parametrize("line", OF_THEMSELVES)
def test_what_speakers_say_of_themselves_is_caught(net: Net, line: str) -> None:
    """Whatever else stands in the same line."""
    assert net.catches(line, "en")


def test_despair_said_of_oneself_is_caught_without_a_word_of_danger(net: Net) -> None:
    """Whoever says it of themselves steps out of the story."""
    assert [] == [line for line in WITHOUT_A_WORD_OF_DANGER if not net.catches(line, "en")]


def test_what_somebody_lived_through_is_caught_in_whatever_words(net: Net) -> None:
    """Verbs of harm have no end: what is done to "me" is a cry, unless people do it every day."""
    assert [] == [line for line in LIVED_THROUGH if not net.catches(line, "en")]


def test_what_people_say_of_the_day_and_the_room_is_no_cry_for_help(net: Net) -> None:
    """Nobody is taken out of a story for a lost pair of glasses, or for being sad to hear it."""
    assert [] == [line for line in OF_THE_DAY if net.catches(line, "en")]


def test_what_is_said_of_a_training_is_no_cry_for_help(net: Net) -> None:
    """Whoever looks for the one about gangs, or was off sick, is not taken out of the story."""
    assert [] == [line for line in OF_THE_TRAINING if net.catches(line, "en")]


def test_a_cry_in_the_words_of_a_training_is_caught(net: Net) -> None:
    """That the course brought it back, or where it was done, hides nothing."""
    assert [] == [line for line in OWN_BESIDE_A_TRAINING if not net.catches(line, "en")]


def test_what_people_in_general_feel_is_no_cry_for_help(net: Net) -> None:
    """A listener says it, before a plain question to the young person."""
    assert [] == [line for line in OF_PEOPLE_AND_TO_YOU if net.catches(line, "en")]


def test_people_beside_them_are_no_people_in_general(net: Net) -> None:
    """Who does something here and now is a danger, however many they are."""
    assert net.catches("people with knives are outside my house", "en")
    assert net.catches("some boys are beating him up right now", "en")


@pytest.mark.parametrize("line", OF_SOMEBODY_IN_DANGER)
def test_what_is_said_of_somebody_in_danger_is_caught(net: Net, line: str) -> None:
    """A child may be in danger beside the one who practises; a false alarm costs one answer."""
    assert net.catches(line, "en")


def test_whatever_brings_the_help_card_in_the_guide_brings_it_in_a_practice(net: Net) -> None:
    """Of all that people were found to type: no practice hears less than the guide does."""
    ears = Recognizers(shipped(), *FOLDERS)
    urgent_lines = [line for line in typed_lines() if urgent(ears.recognize(line, "en"))]

    assert len(urgent_lines) > 150
    assert [] == [line for line in urgent_lines if not net.catches(line, "en")]


@pytest.mark.parametrize("line", [*TO_THE_YOUNG_PERSON, *NEITHER])
def test_a_question_to_the_young_person_is_no_cry_for_help(net: Net, line: str) -> None:
    """A worker who practises to ask about suicide is not taken out of the story for it."""
    assert not net.catches(line, "en")


def test_nothing_that_may_be_said_in_any_story_is_a_cry_for_help(net: Net) -> None:
    """Good or bad: all that a story offers to say, typed at the wrong moment."""
    moves = {
        (text.source, telling.id)
        for telling in told()
        for turn in telling.scenario.listen
        for move in turn.moves
        if (text := pick(move.say, telling.facts))
    }

    assert len(moves) > 250
    # Many stories offer the same words.
    assert [] == sorted(line for line in {line for line, _ in moves} if net.catches(line, "en"))


@pytest.mark.parametrize(
    ("language", "cry", "asked"),
    [
        ("cy", "dwi eisiau lladd fy hun", "wyt ti eisiau lladd dy hun?"),
        ("cy", "dwi isio marw", "sut wyt ti"),
        ("cy", "rydw i am ladd fy hun", "bore da"),
        ("cy", "dw i eisiau marw", "wyt ti eisiau siarad"),
        ("cy", "helpa fi", "beth ddigwyddodd?"),
        ("cy", "ges i fy nhreisio", "beth wnaeth o i ti?"),
        ("pl", "pomocy", "czy potrzebujesz pomocy?"),
        ("pl", "zażyłam tabletki", "dzień dobry"),
        ("uk", "хочу вбити себе", "добрий день"),  # noqa: RUF001
        ("uk", "я хочу померти", "як справи"),
        ("uk", "я хочу умереть", "що сталося?"),
        ("uk", "допоможіть", "тобі допомогти?"),
        ("ur", "main marna chahta hoon", "salam"),
        ("ur", "مجھے مدد چاہیے", "تم مجھے بتا سکتے ہو"),
        ("pl", "chcę się zabić", "czy chcesz się zabić?"),
        ("pl", "byłam wykorzystywana jako dziecko", "czy on cię bije?"),
        ("uk", "я хочу вбити себе", "ти хочеш вбити себе?"),  # noqa: RUF001
        ("ur", "میں مرنا چاہتا ہوں", "کیا تم مرنا چاہتے ہو؟"),
    ],
)
def test_other_languages_are_heard_whichever_is_spoken(
    net: Net, language: str, cry: str, asked: str
) -> None:
    """As far as a translator has written down what people type; English beside each of them."""
    for spoken in (language, "en"):
        assert net.catches(cry, spoken)
        assert not net.catches(asked, spoken)
    assert net.catches("i want to kill myself", language)


# -- at every place, in every front end


def plain(held: Practice, *typed: str) -> str:
    return screen(held, *typed)


def chat(held: Practice, *typed: str) -> str:
    """What the chat shows, typed key by key, on a screen that is high enough for all of it."""
    talk = ChatState(held, Languages(shipped().contacts, LOCALES, practice=True))
    for line in typed:
        talk.paste(line)
        if action := talk.send():
            talk.do(action)
    lines = draw_page(talk, 90, 400).lines
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def group(held: Practice, *typed: str) -> str:
    out = StringIO()
    GroupPractice(held, out, StringIO("".join(f"{line}\n" for line in typed)), lambda: 0.0).run()
    return out.getvalue()


FRONT_ENDS = pytest.mark.parametrize("show", [plain, chat, group])
HELP = ["999", "0800 1111", "116 123", "0808 801 0331"]
"""Who is there for everyone, for the young, for adults, and for adults abused as children."""


CRIES = [
    *("i want to kill myself", "this happened to me when i was 12", "my husband hits me"),
    "there is a man with a gun here",
]
CRIED = [(place, CRIES[0]) for place in IN_PLACES] + [("listening", cry) for cry in CRIES[1:]]
"""Every place, and every kind of cry."""


@FRONT_ENDS
@pytest.mark.parametrize(("place", "cry"), CRIED)
def test_a_cry_for_help_brings_help_at_once(show: Callable[..., str], place: str, cry: str) -> None:
    """For adults and for young people, once, and before anything else is asked."""
    before = show(at(place))
    shown = show(at(place), cry)
    card = shown[shown.index("Help you can use now") :]

    assert "Help you can use now" not in before
    assert 1 == shown.count("Help you can use now")
    assert [number for number in HELP if number not in card] == []
    assert sorted(HELP[:2], key=card.index) == HELP[:2]
    assert phrases.HEAR_LOST.source not in shown
    assert phrases.ASIDE_LISTED.source not in shown


@EVERYWHERE
@pytest.mark.parametrize("show", [plain, chat])
def test_then_it_is_asked_whose_it_is(show: Callable[..., str], place: str) -> None:
    """After the help, never before it."""
    shown = show(at(place), "i was abused")

    assert shown.index("0808 801 0331") < shown.index(phrases.ASIDE_WHOSE.source)


@EVERYWHERE
@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 30)])
def test_who_helps_adults_and_the_question_are_in_view(place: str, width: int, height: int) -> None:
    """Without scrolling, on the smallest common screen: those who practise are adults."""
    talk = ChatState(at(place), Languages(shipped().contacts, LOCALES, practice=True))
    draw_page(talk, width, height)
    talk.do(Action("say", "i want to kill myself"))
    lines = draw_page(talk, width, height).lines
    page = "\n".join("".join(span.text for span in line) for line in lines)
    wanted = ["Call 999", "116 123", phrases.ASIDE_WHOSE.source, phrases.ASIDE_ME.source]

    assert [] == [text for text in wanted if text not in page]


@EVERYWHERE
def test_a_room_is_given_help_that_singles_nobody_out(place: str) -> None:
    """Everybody reads the screen: nobody is thanked for telling, and nobody is asked."""
    shown = " ".join(group(at(place), "this happened to me when i was 12").split())

    assert phrases.ASIDE_ROOM.source in shown
    assert phrases.ASIDE_WHOSE.source not in shown
    assert phrases.HEAR_THANKS.source not in shown


def test_a_number_for_help_is_no_vote() -> None:
    """999, typed before a group, brings the help card; so does a cry that begins like a command."""
    for line in ("999", "timer is no use i want to die", "talk to me i want to die"):
        assert "Help you can use now" in group(after(STORY, "listen"), line)


NO_CRIES = ["eh, what?", "hello", "do you want to kill yourself?"]
TYPED = [(place, NO_CRIES[0]) for place in IN_PLACES] + [("listening", no) for no in NO_CRIES[1:]]


@FRONT_ENDS
@pytest.mark.parametrize(("place", "line"), TYPED)
def test_all_else_is_answered_kindly_with_a_way_to_go_on(
    show: Callable[..., str], place: str, line: str
) -> None:
    """Why the words are no answer, and how to get help if they are about somebody real."""
    shown = " ".join(show(at(place), line).split())

    assert phrases.HEAR_LOST.source not in shown
    for text in (phrases.ASIDE_LISTED, phrases.ASIDE_TYPE_HELP):
        assert set() == set(text.source.split()) - set(shown.split())


MAY_BE_OWN = """
my landlord wants favours instead of rent
i was nearly murdered by my ex two years back
i keep buying packets of paracetamol and hiding them
i never got to tell anybody about the babysitter
i ended up in hospital after i tried in january
i left my glasses at home
this one is a bit close to home
could you tell my hands to stop shaking
can you do this when you can't go home yourself
feels pointless going on with any of it tbh
what do you do if it's your own dad
what happens when it's you on the top stair
he does that with the car keys
we don't have a lock on the bathroom either
used to hide under the table too
i keep a bag packed
what if you've never told anyone and you're fifty
""".strip().splitlines()
NOT_OWN = [
    "hello",
    "let's find a quieter room",
    "i would phone the lead",
    "do you like it here?",
    "we can go to the lead together",
    "she should tell the head",
    "where does the sources list come from",
    "you could make the print bigger",
]


@FRONT_ENDS
@pytest.mark.parametrize("line", MAY_BE_OWN)
def test_whoever_says_i_sees_whom_to_call(show: Callable[..., str], line: str) -> None:
    """No list knows all that people live with; a number that nobody needed costs a few lines."""
    shown = show(after(STORY, "listen"), line)

    assert "Samaritans" in shown
    assert "116 123" in shown


@pytest.mark.parametrize("line", NOT_OWN)
def test_a_listeners_words_bring_no_number(line: str) -> None:
    """Whoever practises in words of their own is not told each time whom to call."""
    assert "116 123" not in words_of(after(STORY, "listen").hear(line))


# -- the story waits


@EVERYWHERE
@pytest.mark.parametrize("key", ["me", "story", "rather-not-say"])
def test_the_story_stands_where_it_was(place: str, key: str) -> None:
    """Whatever is answered, and when nothing is: what was asked before is asked again."""
    held = at(place)
    before, answers, told_before = held.again(), held.answers, held.story()
    held.hear("i want to kill myself")
    assert held.confirming
    assert held.answers == answers
    replies = held.choose(key)

    assert isinstance(replies[0], Answered)
    assert (before, answers, told_before) == (held.again(), held.answers, held.story())
    assert held.finished or replies[-1] == before[-1]
    assert not held.confirming


@pytest.mark.parametrize(
    ("key", "shows"), [("me", True), ("rather-not-say", True), ("story", False)]
)
def test_whom_to_call_stands_beside_you_come_first(key: str, shows: bool) -> None:
    """The card that came before has left a small screen, and "the people above" are on it."""
    held = after(STORY, "listen")
    held.hear("i want to die")

    assert shows == ("116 123" in words_of(held.choose(key)))


AT_HOME = ["0808 2000 247", "0808 80 10 800", "0800 027 1234", "0808 802 1414"]
"""The domestic abuse helplines: one a nation."""


@pytest.mark.parametrize(
    ("key", "shows"), [("me", True), ("rather-not-say", True), ("story", False)]
)
def test_whoever_is_hurt_at_home_sees_who_is_there_and_their_own_lead(
    key: str, shows: bool
) -> None:
    """Of every nation, as nobody is asked where they are; and nothing of it for a story."""
    held = after(STORY, "listen")
    held.hear("my husband hits me")
    shown = words_of(held.choose(key))

    assert [shows] * 4 == [number in shown for number in AT_HOME]
    assert shows == (phrases.ASIDE_OWN_LEAD.source in shown)


@pytest.mark.parametrize("key", ["me", "rather-not-say"])
def test_all_of_it_is_in_view_on_a_small_screen(key: str) -> None:
    """Above the question that the story waits with."""
    talk = ChatState(after(STORY, "listen"), Languages(shipped().contacts, LOCALES, practice=True))
    for action in (Action("say", "my husband hits me"), Action("choose", key)):
        draw_page(talk, 80, 24)
        talk.do(action)
    lines = draw_page(talk, 80, 24).lines
    page = "\n".join("".join(span.text for span in line) for line in lines)
    wanted = ["Call 999", "116 123", *AT_HOME, phrases.ASIDE_OWN_LEAD.source]

    assert [] == [text for text in wanted if text not in page]


def test_a_room_sees_who_is_there_for_those_hurt_at_home() -> None:
    """Though nobody is asked whose it is."""
    shown = group(after(STORY, "listen"), "my husband hits me")

    assert [] == [number for number in AT_HOME if number not in shown]


@pytest.mark.parametrize(("line", "text"), [("yes", "ASIDE_YOU_FIRST"), ("no", "ASIDE_GO_ON")])
def test_yes_and_no_answer_it_too(line: str, text: str) -> None:
    """A person in distress does not look for numbers."""
    held = after(STORY, "listen")
    held.hear("i want to die")

    assert getattr(phrases, text).source in words_of(held.hear(line))
    assert not held.confirming


def test_another_cry_brings_help_again() -> None:
    """Somebody who cannot answer is not asked to before they are helped."""
    held = after(STORY, "listen")
    held.hear("i want to die")
    again = held.hear("i was abused")

    assert "0808 801 0331" in words_of(again)
    assert held.confirming


@pytest.mark.parametrize(
    "leave",
    [Practice.back, Practice.restart, lambda held: held.change(0, "walk")],
    ids=["back", "restart", "change"],
)
def test_the_question_can_be_left_unanswered(leave: Callable[[Practice], object]) -> None:
    """Back leaves the story's answers as they are; restart and change do what they always do."""
    held = after(STORY, "listen")
    held.hear("i want to die")
    leave(held)

    assert not held.confirming
    if leave is Practice.back:
        assert ["listen"] == [answer.key for answer in held.answers]


def test_only_its_three_answers_answer_it() -> None:
    """And the story's answers, and those that stand beside them, wait."""
    held = after(STORY, "walk")
    held.hear("i want to die")

    assert ((), 3) == (held.standing_choices, len(held.choices))
    with pytest.raises(NotOffered):
        held.choose("young-person")
    assert held.confirming


def test_it_is_asked_in_two_languages_and_in_another() -> None:
    """A second language beside the first asks the same, and a change of language goes on asking."""
    words = Words(shipped().contacts, "pl", load.load_catalogue(LOCALES, "pl"))
    held = after(STORY, "listen")
    twin = held.twin(words)
    held.hear("i want to die")
    (asked,) = twin.again()
    assert isinstance(asked, Asked)
    assert ["me", "story", "rather-not-say"] == [choice.key for choice in asked.choices]
    assert asked.text != phrases.ASIDE_WHOSE.source
    assert asked == held.speak(words)[-1]

    both = after(STORY, "listen")
    talk = ChatState(both, Languages(shipped().contacts, LOCALES, practice=True))
    talk.do(Action("both"))
    for action in (Action("say", "i want to die"), Action("choose", "me"), Action("say", "what?")):
        talk.do(action)
        assert draw_page(talk, 80, 24).lines


def test_another_language_is_heard_by_a_practice_that_speaks_english() -> None:
    """Its folders are the ones the practice was begun with."""
    library = shipped()
    held = Practice(Stage(library, Words(library.contacts), told(), SEED, Shelf(), folders=FOLDERS))

    assert "116 123" in words_of(held.hear("chcę się zabić"))


# -- nothing is kept


SECRET = "i was abused by my uncle derek in swindon"


@EVERYWHERE
@pytest.mark.parametrize("line", [SECRET, "hello derek"])
def test_typed_words_stand_nowhere_afterwards(place: str, line: str, tmp_path: Path) -> None:
    """Not in what is said, told again or answered, not in a list or a debrief that is written."""
    shelf = Shelf(str(tmp_path / "list.json"), str(tmp_path / "debrief.txt"))
    held = at(place)
    events = [held.hear(line)]
    if held.confirming:
        events.append(held.choose("me"))
    events += [*held.story(), held.again(), held.help()]
    written = after(STORY, "listen", "thanks", "ask-safe", "honest", shelf=shelf)
    written.hear(line)
    if written.confirming:
        written.choose("me")
    written.choose("write")
    files = [file.read_text("utf-8") for file in tmp_path.iterdir()]

    assert "derek" not in " ".join(map(words_of, events))
    assert "derek" not in repr(held.answers)
    assert "derek" not in " ".join(files)
    assert files


def test_the_chat_shows_typed_words_nowhere() -> None:
    """Nor does the title of the window."""
    assert "derek" not in chat(after(STORY, "listen"), SECRET)
