/**
 * Words that the tokenizer o200k takes as one token with a space before them: the commonest of its vocabulary, and those of layers and
 * styles. By what it takes at most where no space is before them: 1 token, or 2. With another mark before them they are a token more.
 */
export const knownWords: ReadonlyMap<string, 1 | 2> = new Map([
  ...words(`
ABS ACCOUNT ADD ALIGN Ab Aber About Abs Abstract Ac Acc Accent Access According Account Act Action Activ Active Activity Ad Adam Add
Additionally Address Admin Administr Administration Adv Af Aff Afr Africa After Ag Again Age Agency Agent Agr Ah Air Aj Ak Akt Al Ale
Alert Alex Ali Align All Allah Alle Als Also Alt Altern Although Am Amazon Amb Amer An Anal Analysis And Anda Andrew Android Ang Ann
Another Ans Ant Anton Any Ap Api App Apple Application Appro Apr Aqu Ar Arab Arbe Arch Are Area Arg Arizona Arm Army Arr Array Arrow Art
Article Arts As Ash Asia Asian Ask Ass Assembly Assert Associ Association Ast At Ath Atl Att Au Auch Aud Audio Auf Aug Aus Austr Aut
Auth Author Auto Autom Av Aw Award Awards Ay Az BACK BAR BODY BOOLEAN BOX BUTTON Ba Baby Back Background Bad Badge Bag Bah Bal Ball Ban
Band Bang Bank Banner Bar Bas Base Based Basic Bat Bath Bay Be Beach Bear Because Bed Before Beh Bei Being Bel Bell Ben Ber Bere Bern
Bes Best Bet Between Bi Bible Bid Big Bij Bild Bill Bir Bit Bl Black Blend Block Blog Blu Blue Bluetooth Blur Bo Board Bob Body Bol Bold
Bon Bonus Book Books Boolean Boot Border Bos Boston Bot Both Bottom Box Boy Br Brand Brazil Bre Break Bridge Brit Bro Broad Brown Bu Bud
Buffer Buffered Build Bul Bund Bundle Bur Burn Bus Bush Business But Button Buttons Buy By Byte CARD CELL CENTER CHECK CLICK CODE COL
COLOR COLUMN CUT Ca Cab Cal Calendar Call Cam Camera Camp Can Cancel Cap Capital Car Card Cards Care Cart Cas Case Cash Casino Cast Cat
Category Cath Ce Cell Cent Center Central Centre Centro Cert Cette Ch Chair Champ Change Channel Char Character Charl Charles Chart Chat
Che Check Checkbox Checkout Chem Chicago Chief Child Children China Chinese Chip Cho Choose Chris Christ Christian Christmas Chrome
Church Ci Cit City Civil Cl Cla Class Clean Clear Click Client Clin Clip Close Cloud Club Co Code Col Coll Collection Collections
College Color Colorado Colors Column Com Come Command Comment Comments Commission Commit Committee Common Commun Community Como Comp
Company Component Components Computer Con Cond Conf Conference Config Configuration Cong Connect Connection Connector Cons Conse
Consider Console Const Consult Cont Contact Container Content Context Continue Contract Control Controller Convert Cook Cop Copy
Copyright Cor Core Corpor Cos Cost Cou Coun Count Country County Cour Course Court Cov Cover Covid Cr Cre Creat Create Created Credit
Crist Criteria Cro Crop Cross Cru Cu Cup Cur Current Custom Customer Cut Cy DATE DEFAULT DELETE DO Da Daar Daily Dam Dan Danger Dans Dar
Dark Das Dash Dashboard Dat Data Database Date Dating Dav David Day Days Db De Dead Deb Debug Dec Deep Def Default Deg Del Delete
Delivery Dem Den Dep Department Der Des Description Design Designer Desktop Det Details Deutsch Dev Develop Development Device Deze Di
Dialog Diam Dictionary Did Die Dies Diese Diet Digital Dim Dimension Dir Dire Direct Dis Disabled Disney Display District Dit Div Do
Docs Doctor Document Does Dog Dol Dom Don Door Dou Double Down Download Dr Draw Dream Drive Driver Drop Du Dub Dump Dur During EDIT
ELEMENT EMAIL EMPTY END ERROR ET EXPORT Each Earth East Easy Econom Ed Edge Edit Editor Educ Education Een Effect Egypt Ein Eine El Ele
Elect Electric Element Elements Ell Elle Em Email Emb Embed Emer Emp Employee Empty En Enc End Ener Energy Eng Engine Engineering
England English Enjoy Ens Ent Enter Entity Entre Entry Environment Equ Equipment Er Err Error Es Esc Esp Ess Est Esta Estate Este Et Eth
Eu Euro Europa Europe Ev Even Event Events Ever Every Ex Exam Example Excel Exception Exchange Execut Executive Exp Exper Experience
Expl Export Express Ext FALSE FIELD FONT FORM Fa Fac Facebook Fair Fall False Famil Family Fant Far Farm Fast Fe Features Feb Feder
Federal Fel Fer Fern Fest Festival Field Fil File Fill Filled Film Filter Fin Final Find Fire First Fixed Fl Flash Float Floor Flor
Focus Fol Follow Font Food Foot Footer For Force Ford Fore Form Format Forms Fort Forum Foto Found Foundation Four Fox Fr Fra Frame
Frames Franc France Frank Fre Free French Friday Friend From Front Fu Full Fun Function Fund Further Future GREEN GRID GROUP Ga Gal
Gallery Game Games Gap Gar Garden Gas Ge Geb Gen Gener General Ger German Germany Ges Gesch Get Gets Gew Ghost Gi Gir Give Gl Global Go
Gob God Gold Golden Golf Good Google Govern Gr Gra Gradient Gran Grand Graph Gray Gre Great Green Greg Grey Grid Gro Group Groups Grow
Grund Gu Guid HEADER HEIGHT HOME Ha Hab Hal Hall Ham Han Hand Handle Happy Har Hard Harry Has Hash Haus Have Having Hay He Head Header
Heading Health Heart Height Hel Help Hen Her Here Hero Het Hi Hidden Hier High Hij Hil Hill His History Hit Ho Hol Hold Holy Hom Home
Hon Hong Hope Hospital Host Hot Hotel Hou House Hover How Http Hu Human Hy ICON IMAGE INFO INPUT INSTANCE INTER ITEM Ich Icon Icons Id
Ide Ident If Ihr Ihre Ik Il Ill Illegal Im Image Images Imm Imp Import In Inc Ind Index India Indian Indonesia Industr Inf Info Inform
Information Initial Initialize Initialized Inn Innov Input Inputs Ins Inside Inst Install Instance Instead Instit Institute Int Integer
Integr Intent Inter Intern Internal International Internet Invalid Invest Ir Iran Ireland Is Islam Island Isra Israel It Italian Italy
Item Items Iter Its Ja Jac Jack Jackson Jam James Jan Jane January Japan Japanese Java Je Jean Jeff Jer Jes Jew Jim Jo Job Jobs Joe Joh
John Join Jon Jones Jos Jose Journal Json Ju Juan Jud Jul July Jun June Just KEY Ka Kal Kam Kan Kap Kar Kat Ke Keep Ken Kent Ker Kev Key
Kh Ki Kids Kim Kind Kinder King Kir Kit Kitchen Kl Kn Know Ko Kol Kom Kon Kont Kr Krist Ku Kur LABEL LEFT LIGHT LINE LINK LIST LOGIN La
Lab Label Labels Labor Lady Lake Land Lang Language Large Las Last Lat Law Layer Layers Layout Le Lead League Learn Learning Leb Lee
Left Leg Les Less Let Level Lew Li Lib Library Lic License Lie Life Light Like Lim Limited Lin Line Linear Lines Link Linked Linux List
Liter Little Live Living Lo Load Loading Loc Local Location Lock Locked Log Logger Login Logo London Long Look Lord Lorem Los Lot Lou
Louis Love Low Ltd Lu Luc Lux MAIL MAP MASK MAX MENU MIN MODE MORE Ma Maar Mac Mach Machine Mad Made Madrid Mag Mah Mai Mail Main Mais
Maj Major Make Mal Male Man Management Manager Mand Manufact Many Map Mar Marc March Margin Maria Mark Market Mart Mary Mas Mask Mass
Master Mat Match Material Math Matrix Matt Max May Maybe Mc Me Mean Med Media Medic Medicine Medium Mel Mem Member Members Memory Men
Mens Menu Mer Merc Mess Message Met Meta Metal Method Mex Mi Mic Mich Michael Michel Micro Microsoft Mid Middle Mike Mil Mill Min Mind
Mini Minn Minus Mir Miss Mit Mitt Mo Mobile Mock Mod Modal Mode Model Modern Modes Module Mol Mom Mon Monday Money Mono Mont Month Moon
Mor More Most Mot Motor Mount Mountain Mov Move Movie Mr Mu Much Mult Multi Mun Municip Mur Mus Museum Music Must Mut My NEXT NONE
NORMAL NOTE Na Nach Nam Name Nation National Native Natural Nav Navigate Navigation Ne Nederland Need Neg Net Network New News Next Ng
Ni Nick Night No Node Non None Nor Nord Norm Normal North Northern Not Note Nothing Notification Nous Nov Now Nu Number Nut Ny ON ORDER
OVER Ob Obama Object Observable Occ Oct Od Of Off Office Officer Oh Oil Ok Ol Old Olymp Om On Once One Online Only Ont Ook Op Open Oper
Opt Option Optional Options Or Orange Order Organ Original Os Ot Other Our Out Outline Output Outside Over Overlay Own Ox PAD PAGE
PASSWORD PATH PHONE PIN PLUS PRICE PRIMARY PROPERTY Pa Pac Pacific Pack Package Pad Padding Page Paint Pak Pal Pan Paper Par Para
Paragraph Param Paris Park Parse Part Partner Party Pas Pass Password Pat Path Paul Pay Payment Pe Ped Pen Penn Per Perfect Performance
Perm Pero Pers Person Personal Pet Peter Pf Ph Phil Phone Phot Photo Photos Phys Pi Pick Pil Pin Pink Pl Place Plan Plant Platform Play
Player Please Plus Po Pod Point Pok Pol Policy Polit Polygon Pool Pop Por Port Portugal Pos Position Post Posted Posts Pot Pour Power Pr
Pra Pract Pre Prem Premium Pres President Press Previous Price Prim Primary Prime Print Priv Private Pro Problem Process Produ Product
Products Prof Professional Professor Profile Program Progress Project Prom Promise Prop Properties Property Props Prote Protection Prov
Provid Psych Pu Publ Public Pur Purple Put Py Python Qt Qu Qual Que Queen Query Question Questions Quick READ READY RECT RED REMOVE
RIGHT ROW Ra Rad Radio Radius Ram Random Range Rap Rating Ray Re React Read Reading Ready Real Rec Rece Record Rect Rectangle Red Redis
Ref Reg Region Regional Register Regular Rel Rem Remember Remove Ren Render Rent Rep Report Republic Request Required Res Research
Resource Resources Response Rest Result Results Ret Retr Return Returns Review Reviews Rh Rich Right Rights Rio River Ro Road Rob Rock
Rod Role Roll Rom Roman Rome Ron Room Ros Rose Rot Rotate Rou Route Router Row Royal Rs Ru Rub Run Runtime Russ Russia Russian SAVE
SCREEN SEARCH SECTION SELECT SET SIGN SIZE STACK STAR START STATE STATUS STYLE SUCCESS Sa Sab Saf Safe Safety Saint Sal Sale Sales Sam
Samsung San Sand Sans Sant Santa Sar Sat Saturday Sav Save Sc Scale Scanner Sch Schema School Science Scott Screen Screens Script Scroll
Se Sea Search Season Seb Sec Second Secondary Secret Secretary Section Sections Security Sed See Seg Sel Select Selected Self Sem Sen
Send Sep Separator September Ser Serial Series Serv Server Service Services Session Set Sets Settings Sex Sh Shadow Shape Share Shared
She Sher Shipping Sho Shop Short Should Show Si Side Sie Sign Sil Silver Sim Simple Sin Since Sing Single Sir Sit Site Size Sk Skeleton
Sky Sl Slice Slide Slider Slot Sm Small Smart Smith Sn So Soc Social Soft Software Sol Solid Solution Solutions Som Some Sometimes Son
Song Sort Sou Sound Source South Sp Spa Space Spain Spe Spec Special Speed Spiel Sport Sports Spr Spring Sql Square St Stack Staff Stan
Stand Standard Star Start Stat State States Station Status Ste Step Steve Sticky Still Stock Stone Stop Storage Store Story Str Stra
Stream Street String Stroke Struct Stud Student Students Studies Studio Study Style Styled Styles Su Sub Submit Success Such Sud Suite
Sul Summer Sun Sunday Sup Super Supp Support Sur Surface Sus Sw Switch Sy Sym System Systems TAB TABLE TAG TEXT TIME TITLE TOKEN TOP
TRUE Ta Tab Table Tablet Tabs Tag Tags Tai Take Tal Talk Tamb Tape Tar Target Task Tax Taylor Te Team Tech Teil Tel Tele Tem Template
Ten Ter Term Terms Terr Test Tex Text Th Thank Thanks That The Their Theme Then There Therefore These They Things Think This Thomas
Those Thread Three Through Throw Thursday Thus Ti Tim Time Times Tips Title To Toast Today Toggle Tok Token Tokens Tom Tool Tools Top
Tor Total Touch Tour Town Toy Tr Tra Trade Training Trans Transform Transport Trav Travel Tre Treat Tree Tri Trib Trip True Trump Trust
Try Ts Tu Tuesday Tur Turn Tw Twitter Two Ty Typ Type USER UT Uk Ul Um Un Una Und Under Une Unfortunately Union Unit United Unity
Univers University Unless Uns Unter Up Update Updated Ur Us Use Used User Users Using Ut Util VECTOR Va Val Valid Value Van Var Vari
Variable Variant Vars Ve Vec Vector Veg Vel Ven Ver Verg Vers Version Very Vi Vict Video Videos Vietnam View Views Vill Village Vin Vir
Virtual Vis Visit Vit Vo Vol Voor Vor Vous WARNING WHITE WIDTH Wa Wait Wal Walk Wall Want War Warning Wars Was Wash Wat Watch Water Way
We Web Website Wednesday Week Weight Wel Welcome Well Wenn Wer West Wh What Whats When Where Whether Which While White Who Why Wi Widget
Width Wie Wikipedia Wil Wild Will Williams Win Wind Window Windows Winter Wir Wis With Without Wo Women Wood Word Work Works World Would
Wrap Wrapper Write Writing Ya Ye Year Yellow Yes Yet York You Young Your Ze Zeit Zo Zus aan ab aber abilities ability able abort about
above abs absolute absor abstract ac academ academic acc acceler accent accept accepted access accessible accord account accounts accur
ace ach ache achter acid acon act acting action actions activ active activities activity actor acts actual actually ad ada adapt adapter
add added adding addition additional addr address addresses adds ade adequ adj adjust adm admin administr ads adult adv advance advanced
advantages advert af aff affected afin after ag again age agency agenda agent agents ages aggreg ago agr agre agree agreement agua agus
ah ahead ai aid aim air aj ak aka akan ako akt aktiv aku al alarm album alc ale alert alg algo ali alias align aliment alive all alla
alle allen aller alles alloc allow allowed allows almost alone along alpha already als also alt alta alter altern alternative although
alto always am ama amaz amb amen amer amet amin among amor amount amp an ana anal analysis anc anche and anda ander anderen anders
android ang ange angle anim animal animals animated animation ann annual ano anos another ans answer answered answers ant ante antes
anti anticip anu any anything ao ap apa apar apart api app appar appe appear appearance append application applications apply appoint
appointment appro approved apps apr apro aqu ar ara arbe arc arch architect architecture are area areas aren arg args argument arguments
argv aria arm arms army around arqu arr array arrival arrow art arte article articles artist artists arts as asc asi aside ask asked
asking asp aspect ass asse assembly assert assessment asset assets assign assigned assignment assim assist associated association ast
async at ata atau ate ath ati ativ atr att attach attached attack attempt attention attr attribute attributes atu au auc auch aud audio
auf aug aunque aur aus aut auth author auto autom autor aux av availability available avait aval avant avatar ave avec aver average avez
avoid avoir aw await award aware away awesome ax axios axis ay ayaa az ba bab baby back background backup bad badge bag bags bah bak bal
balance ball ban band bang bank banks banner bar bare barn bars bas base based basic basis basket bass bat batch bath battery battle bay
baz be bean bear bearing beat beaut beb bec because bed beds been beer before beg begin begr beh behind bei being bek bel below belt bem
ben bench bene benef ber bere bes besch best beste bet beta better between bew bez bg bh bi bias bibli bid bien big bij bike bil bild
bill bin binary bind binding bio bir bird birds birth birthday bis bit bitcoin bits biz bl black blank ble blend bli blij blind blo
block blocks blog blogs blood blue blur bo board boards boat bob bod body bol bold bole bom bomb bon bond bone bonne bonus book booking
books bool boolean boost boot bor bord border born borrow bos boss bot both bottom bou bound bout bow box boxes boy boys br bra brain
branch brand brands bre bread break bridge brief bright bring brit bro broadcast broken broker bron brown browse browser brush btn bu
buck bucket bud budget buf buff buffer bug build builder building built bul bull bun bundle bur burn bus business busy but button
buttons buy buyer bw by byte bytes ca cab cache cad cada caf cake cal calc calcul calculate calendar call callback called calling calls
cam came camera camp campaign campo can cancel candidate cannot cant canvas cap capital caps capt capture car cara carbon card cards
care career cargo carry cars cart cas case cases cash casino cast cat catalog catch categor categories category caught cause cb cc cd ce
cel cela cele cell cells cement cent center centr central centre cer cert certain certificate ces cet cfg ch cha chain chair chall
challenge champ chance chang change changed changes changing channel channels chap chapter char character characters charg charge
charges charset chart chat che cheap check checkbox checked checking checkout checks chef chem chemical cher chez chi chief child
children chip cho choice choices choose chosen chunk church ci cidade cin cir circ circle cit cities city civil cl claim clar class
classes classic cle clean clear click client cliente clientes clients clin clip clock clos close closed closing cloth cloud cls club
clubs cluster cm cmd cn cnt co coach coal cock cod code codes coding coffee coin col cold coll collect collection collections college
colon color colors colour column columns com comb combat combine combined come coment comes comfort coming comm command commands comme
comment comments commercial commission commit committee common commun communication communications community como comp compact compan
company compar compare comparison compat compatible compet compl complete completed completion complex component components composition
compr comput compute computer con conc conce concept concert cond condition conditions conduct conf conference confidence config
configuration configure confirm confirmation confirmed conn connect connected connection connections connector cons consider consistent
console const constant constit construct construction constructor consult consumer cont contact contacts contain contained container
contains conten content contents contest context contin continu continue contr contra contract contrast contre contro control controlled
controller controls conv conversation conversion convert converted cook cookie cookies cool coord coordinates cop copies copy copyright
cor cord core corner corpor corr correct cos cost cot cou could count counter countries country county coupon cour cours course courses
court cout cov cover coverage covered covers cp cr cra craft cre cream create created creates creating creation creative cred credit
cres crew cri crime criminal crit criteria critic critical cro crop cross crow crusher cry crypt crypto cs csv ctx cu cub cul cult
culture cum cun cup cur curl curr currency current currently curso cursor curve cust custom customer customers cut cute cv cy cyan cycl
cycle cz da dad dados dag dagen daily dal dam damage dan dance danger dans dar dark das dash dashboard dat data database datas dataset
date dates datetime dating datos daughter dav day days db dd de dead deal dealer death deb debug dec deck decl ded deel deep def default
define defined definition deg degree dei dej del delay dele deleg delete deleted delivery delta dem demo den density dent dep depend
deploy der dere derived des desc description design desk dess dest destination destroy det detail details detect determ dev develop
developer development device dez df dh di dia diagn dial dialog diam dias dib dic dice dict dictionary did die dies diet dif diff
difference different difficulty dig digit digital dik dim dimension din dip dir dire direct direction directory dis disable disc discip
dish disk dismiss disp dist distance district dit div django dla do dob doc doch docs document does dog dogs dok dol dom domain domin
don done dont door dop dor dos dose dot dou double dow down download dp dr dra draft drag dram draw drawing dre dream dress drink drive
driver dro drop drug dry ds dst dt du dual dub due dump duplic dur duration durch during dus dust dut dw dy dynamic dz ea each ear early
earn earth ease east easy eat eb ebook ec echo econ econom economic ed edge edges edit editing edition editor educ ee een eens eer ef
eff effect effective effects efficient eg egg egy eh ei eig eight ein eine eing either ej ek eka eks el ela ele elect electric electron
elem element elements eles elif elig eligible elim elit ell ella elle eller ellipse ellos els else elseif em email emails emb embed embr
emit emp emple employee employees employment empresa empty en enable enabled enc encoding end ended ending endl ends enem enemy energ
energy eng engine engineering enh enn ens ense ensure ent enter entered enterprise enth entities entity entr entre entries entry ents
enum enumer env environment eo ep epis episode eq equ equal equip equipment er era ere erg err error errors erst eru erv es esa esc
escape ese esk eso esp especial especially esper ess essa essay esse essential est esta estable estado estar estas estate este estim
estimate estimated esto estos estr et eta etc eth ett eu ev evalu evaluate evaluation even event evento events ever every evil evt ex
exact exam example examples exc excel excellent except exception exchange exclude exclusive exec execut execute execution exercise exist
existing exists exit exp expand expect expected exper experience experiment expert expl export exports express expression ext extend
extended extends extension extent extern external extr extra extract ey eye eyes ez fa fab fabric fac face facebook faces fact factor
factory facts fail failed fails failure fair faire fait fake fal fall falls false fam famil family fan fans fant far fare farm fashion
fast fat father fault fav favor favorite faz fd fe fear feature featured features feb fecha fed fee feed feedback feel fees feet fel
fell felt female fen fer fert fest festival fet fetch few fh fi fib fic fiction field fields fig fight figure fil file filename files
fill filled film filter filters fim fin final finance financial find finden finding fine finger finish finished fir fire firm first fis
fish fit fitness fits five fix fixed fixture fj fl flag flags flash flat fle flex flight flo float floor flow flower flowers flu fluid
fly fmt fn fo focus focused fog fois fol fold folder follow fon fond font food foods foot football footer for force forced forces fore
forest forget forgot form forma formal format formation forme formed former forms formula fort forth forum forward fot foto found
foundation four fp fprintf fr fra frag fragment fram frame frames framework fre free frequency fresh fri friend friendly friends fro
from front fruit fs ft fu fuck fuel ful full fully fun func function functional functions fund funk fur future fy fyr ga gaan gaat gab
gad gain gal gallery gam game games gaming gan gang gap gar gard garden gas gast gate gau gave gay gaz gb ge gear geb gebruik ged gee
geen gef geg gegen geh geht gek gel geld gele gem gemaakt geme gen gender gene gener general generate generated generation generator
generic geno gent ger gere ges gesch gest get gets getting gev geven gew gez gh ghost gi gift gig ging gir girl girls git give given
giving gj gl glass gle gleich gli glob global go goal god goed going gol gold gone good goods google got goto gr gra grab grad grade
gradu graduate gran grand grant graph graphic graphics grass grat gratis grav gray gre great greater green grey grid gro gross grote
ground group groups grow grown growth grupo gu guard guess guest guid guide gun gust gut gw gy gym ha haar hab haben haber habit hac
hacer hack had hag hair hak hal half hall ham han hand handle handler hands hang happy har hard hardware harm hart has hash hasta hat
hate hau haut hav have haven having hay haz he head header headers heading heads health hear heard heart heat heavy heb heel height hel
held hele hell help helper helps hem hen her here hero herr hers hes het hex hi hid hidden hide hier high higher hil him hin hint hip
hire his hist histor history hit hits hj hl ho hoe hog hol hold holder holding holds hole holiday hom home homes hon hoog hook hop hope
hor hora hore horizontal hors horse hospital host hot hotel hou hour hours house houses housing hover how hr href html http https hu hub
hug huis hum human hun hund hur hurt hus hv hy hyd hyp hyper ia ib ic ice ich ici icon icons id ide idea ideal ideas ident identified
identifier identify identity idi ids idx ie iets if ig ign ignore ignored igual ih ihe ii ik ike iki ikke il ile ili ill illegal illustr
ils im imag image images img imm immer imp impact imper impl imple implement implementation implemented implements import importance
important in ina inc inch incident incl include included includes including income incorrect increase increment ind inde index indic
individual industr industry ine inf infect infection infer infl info inform informatie information ing ingred ini init initi initial
initialize inj inject ink inline inn inner innov innovation input inputs ins insert inside insp inst install installation installed
instance instances instant instead instit institution instr instruction instructions instrument insurance int inte integer integr
integration intent inter interaction interactive interest interesting interface intern internal international internet interpre
interpret interval into intr introdu inv invalid invent inventory invest invite io ion ip ips ir iron is isang isol iss isset isso issue
issued issues ist it italic item items iter ito its itu iv iy iyo iz ja jaar jack jak jam jan jar java jaw je jed jeg jen jenter jest
jet jeu ji jo job jobs join joint jong jou jour journ journal jours joy js json ju jud judge jug jul jump jun junto jur jus just ka kab
kad kah kaj kal kam kami kan kana kang kant kap kar kart kas kat kau kay ke keep keeping keer kein kel kem ken kenn kep ker kernel kes
ket kev key keyboard keys keyword kg kh ki kick kid kids kil kill kim kin kind king kir kit kj kl klass kle km kn know knowledge known
ko kod koj kok kol kom komb komen kommen kommer kommt kommun komt kon kont kop kor kort kos kost kosten kot kr kra kt kter ku kub kuk
kul kum kun kung kup kur kus kut kuwa kv kw kwa kwal la laat lab label labels labor lack lad lado lady lag lah laid lain lak lake lam
lambda lan land lands lang lange langs language languages lap larg large largest las laser lassen last lat late laten later latest laug
laugh launch lav lava law laws lay layer layers layout lbl le lead leader leaders leading leaf league lean learn learning least leave
leb lect led leer left leg legal legend legs lei leis lek lem len leng length lens les less lesson let lets lett letter letters leur
leurs lev level levels leven lever ley li lib library lic license licensed lid lie lief lies lif life lift lig light lighting lights
ligne lij lik like liked likes lim limit limitations limited limits lin line linear lines ling link linked links lip lis list lista
listed listen listener listing lists lit liter little liv live living lj ll lle lo load loaded loading loan loc local locale located
location locations lock locked log logged logger logging logic login logo lok lol lon long look looking looks loop los lose loss lost
lot lots lou lov love low lower lowest lu lub luck lug lum lux ly ma maakt maar mac mach machen machine machines macht mad made maf mag
magic magn mah mai mail main maint maintenance mais maj major mak make maken makes making mal male mam man mana manage managed
management manager mand mane manifest mano mant manual manufact manufacturer many map mapping maps mar marca march margin mark marked
marker market marketing markets marks mars mart mas mask mass massage master mat mata match matches matching mate mater material
materials math matrix matter max maximum may maybe mb md me mea meal mean meaning means measure mechan med medi media medicine medio
medium mee meer meet meeting meg mehr mei mel mem member members membership memory men meng menos mens ment mental mention mentioned
menu mer merc mere merge mes mesh mess message messages mest met meta metadata metal meter method mg mh mi mic micro mid midd middle mig
might migration mik mil mile milk mill million min mind mine miner mini minimal minimum minister minor mint minus minute minutes mir
mirror mis mise miss missing mission mist mit mitt mix mixed mk ml mm mo mob mobil mobile mock mod modal mode model modelo models moder
modern modified modify modo module modules mog mol mom moment mon mond money mongoose monitor mono mont month monthly months moo moon
mor more mort mos most mot mother motion motiv motor mount mouse mouth mov move movement moves movie movies moving mp mr ms msg mt mu
much mud mul mult multi multip multiple mum mun mund municip mur mus music must mut muy mw mx my mys mysql mysqli na naar nab nach nad
nag nah naj nak nal nam name named names namespace nan nap nar nas nat nation national native natur natural nature nav navigate
navigation nd ndi ne near necess necessarily necessary neck ned need needed needs neg negative nei neighbor nek nel nem nemen nen nes
nest net nett network neu neutral never new news next ng nga nge ngo nh ni nic nice nicht nick nie niet night nil nim nine ning nit
niveau nivel nj nk nn no noch nod node nodes nog noise nok nom nombre nome non none nor norm normal north nos nose nost not note notes
nothing notify nou nous nov nova novo now np nr ns nt nu nuevo null num number numbers numer numpy nums nun nur nut ny oa ob obj object
objective objects objet obra obs observ obt oc occ occasion occup occur och oct od odd oder of off offer offers offset oft often og oh
oil ok okay ol olan olar old older ole oleh oli om oma on ona once onclick onde onder one ones online only ons ont onto ontwikk oo ook
op opacity open opened opening opens oper operate operation operations operator opin opp ops opt optim optimal option optional options
opts oq or ora oral orang orange ord orden order ordered orders ore org organ organic organisation organiz organization organizations
organized orient orig origin original ort os oss ost ot other others otherwise otra otras otro otros ou ought our out outer outline
output outside ov oven over overs ow own owned owner owners ownership ox oy oz pa paar pac pace pack package packages packed packet pad
padding pag page pages pai paid pain paint pair pairs pak pal pam pan pand panel pang pant pap paper papers par para paragraph parallel
param parameter parameters params paras pare parent parents park parking parse parser part parte partial particip participants
particularly partner partners parts party pas pass passed passen passing password past pat patch path paths patient pattern pay payload
payment pc pd pdf pe peace peak pec ped peer pel pela pem pen pend pending peng pens pent people pep per percent percentage perf perfect
perform performance performed perhaps period perm permission permissions permit pero pers person persona personal persons pert pes peso
pet pets pf ph phase phen phone phones phot photo photos phr phrase phys physical pi pic pick picked picture pictures pid pie piece
pieces pier pig pil pill pilot pin pink pipe pir pis pit pitch pixel pizza pk pl pla plaats plac place placed placeholder places plain
plan plane planet planned planning plans plant plants plastic plat plate platform play played player players playing plays ple pleasant
please plot plt plug plugin plus pm po pod pog point pointer points pois pok pol pole policy polit poll poly polygon pom pon pont pool
poor pop por porn porno porque port portal porte portfolio portion pos pose posit position positions positive poss possible post posted
poster posting posts pot potential pour pow power powers poz pp pr pra practice prakt pre prec preced precio precision pred predict pref
prefer preferences preferred prefix preg prem premium prendre prepare prepared pres present presentation press pressed pressure prest
pret pretty prev prevent preview previous pri price prices pricing prim prima primary prime primer prin princip principal print printed
printf printing prior priority pris priv privacy private prix pro prob proble problem proc proced procedure proces process processed
processing prod produ produce producer product production producto productos products produk prof profile profiles profit program
programme progress proj project projects prom promise promotion prompt pron proof prop proper properties property proposal props pros
prost prot prote protect protected protein protocol prov prove provid provide provided provider providers proxy ps psych pt ptr pu pub
publ public publication publish published pul pull pump pun punt pur purchase pure purple purpose push put puts pw px py python qa qq qu
qual qualified quality quando quant quantity quanto quart quarter que quel quem quer query quest question questions queue qui quick
quiet quit quite quot quote quotes ra rac race rad radi radio radius rah rail rain rais raise raised rak ram ran rand random range rank
rap rapid rapport rare ras rat rate rated rates rather rating ratings ratio rau rav raw ray raz rc re reach react reaction read reader
reading readonly ready real really rear reason reb rec rece received receiver recent recht recipe recommend recommended record recover
rect red rede redirect redis redu reduce ref refer reference references reflect refresh refund reg regel region regional regions
register registered registr registration regular rein reject rek rel related relation relations release released relig rem remain
remaining remark remember remote remove removed ren rend render renew rent rep repair repeat replace replacement reply report reported
reports repository repr represent representation req requ request requested requests require required requires res research reserv
reserve reserved reset resident resolution resolve resource resources resp respect respond respons response responses rest reste restore
restr result resultado results resume ret retain retr retro return returned returns rev reve reven reverse review reviews reward rez rh
ri rib ric rice rich richt rid ride rig right rights rin ring rip ris rise risk rit riv river ro road rob robot rock rod rol role roles
roll rom roof room rooms root rose rot rotate rotation rou rough round rounded route router routes routine row rows roz rs ru rub rug
rule rules rum run running runs rust ry sa sab sad safe said sak sal salary sale sales salt sam same sample samples san sand sans sap
sar sat sav save saved saving say sb sc scale scan scenario scene sch sche sched schedule scheduled schema scheme school science scient
scope score scores scr screen screens script scroll se sea search season seat seb sec second secondary seconds secret sect section
sections sector secure security sed see seed seeing seek seen seg segment segu sei sein seit sek seks sel sele select selected selection
selector self sell seller selling sem semi sen send sender sending sens sense sensor sent sentence seo separator sept seq sequence ser
sera serial serie series serv serve served server servers service services ses session sessions set sets sett setting settings seven sex
sexo sf sh sha shadow shall shape share shares she sheet shell shift ship shipping shoot shop short shot shots show shr si sid side sie
sig sign signal signed sil silver sim simpl simple sin since sing single sink sir sis sit site sites situ six size sizes sj sk ska skal
ski skill skills skin skip skr sky sl sle sleep slice slide slider slot slots slow sm small smart smooth sn snap snow so sob sobre soc
social socket soft software soil sol solar sold sole solid solo solution solutions solve som some something sometimes son song songs
sono soo soon sorry sort sorted sou sound sounds source sources south sp spa space spaces span spark spe speaker spec special species
specific specified spect speech speed spel spent spin spir spl split spo sport sports spot spots spr spre spread spring sq sql square
src ss st sta staan staat stable stack stad staff stage stake stand standard standing stands star stars start started starting starts
stat state statement states static station stations statistics stats status stay std ste steel stellen stem step steps ster stick sticky
still stim sto stock stocks stone stood stop stor storage store stored stores stories storm story str stra strateg strategy stre stream
street strength stress stretch strict strike string strings strip stroke strong struct structure structures stub stud student students
studio study stuff sty styl style styled styles su sub submit subs succ success such suggest suite sum summ summary summer sun sup super
supp supplier support supported sur sure surf surface survey sus sv sw swap sweet switch sy sym symbol syn sync synt sys system systems
sz ta tab table tables tabs tag tags tai tail tak take taken takes taking tal talk tam tamb tan tank tant tap tar tare target tas task
tasks taste tat tau tax tb te tea teach teacher teachers team teams tech techn technical technology teen tegen tek tel tele telefon
telephone tell telling tem tema temp temper template templates tempo tempor temporary temps ten tener tent ter term termin terminal
terms terr terror tes test tested testing tests tet tex text texto texture tf th tha than thank thanks that the them theme then therapy
there these they thi thin thing things think thinking third this those though thought thr thread three threshold through throw throws
thu thus ti tick ticket tickets tid tie tight tijd tik til tile tim time timer times timestamp tin ting tiny tip tipo tips tir tit title
titles tl tmp to tod today todo todos toe toggle tok token tokens tom ton tone tons too tool tools top topic tor torch tot total tou
touch tour tout town tox tr tra trab trace track tracking tracks trad trade traditional traffic trail train trained training trait tran
trans transaction transactions transfer transform transition translate translation transparent transport tras trash trat trav travel tre
treated tree trees trend tri trial trib trigger trim trip tritur tro truck true trust trusted truth try trying ts tsa tu tube tum tun
tur turn turned tussen tutorial tv tw tweet two tx txt ty typ type types ua ub uch ud ug ui uint uit uk uku ul ult ultimate um uma un
una unable und undefined under underline undert une unexpected ung uniform union unique unit units univers unknown unless unlock uno
unos uns unsigned unt unter until up update updated updates upgrade upload upon upp upper uppercase ur urban urg uri url us usa usage
usar use used user username users uses using uso ust usu usual usually usuario ut utf util utility utils uu uur uw uye uz va vac vacc
vai vak val vale valid validate validation valor valu valuable value values van var vari variable variables variant variants vars vary
vas vast ve vec vector ved veel veg veget veh vel ven vend vent venue ver verb verd vere verg verify verk verl verm vers versch version
versions vert vertex vertical verw very vest vet vez vi via vice vict vid vida vide video videos vie viel vier view views vig vil vill
ville vin vind vinden viol vir virt virtual virus vis visible vision visit visited vista visual vit vita viv vl vm vo voc voice void
voir vol volt volume vom von voor vor vorm vos vote votes vou vous voy vr vraag vragen vrij vs vu vun vy wa waar waard wait wak wake wal
walk walking wall wallet walls wan want wanted war ware waren warm warn warning was wash wat watch water wave wax way ways we weak
wealth weapon wear weather web website week weekly weeks weer weet weg weight weights weil weit weiter wel welcome well wen wenn went
wer werden were weren werk werken west wet wh what whatever wheel when where whether which while white who whole whose why wi wid wide
widget width wie wife wij wil wild will win wind window windows wine winner winning wins winter wir wire wirk wis wish with withdraw
within without wo woman women won wonder wood wor word words work worked worker workers working works world worth would wp wr wrap
wrapper write writer writers writes writing written wrong wur www wx wy xa xi xml xs ya yak yan yang yar yard yards ye year years yellow
yer yes yet yi yield yn yo yon you young your yr yu za zak zal zam zap zd ze zeg zeker zelf zero zie zien zij zijn zip zit zn zo zoals
zoek zon zona zonder zone zoom zorg zou zu zum zur zus zw zwe
`).map((word) => [word, 1] as const),
  ...words(`
ACTIVE Academ Advent African Airport America American Americans Angeles Apache April Arbeit Archives August Aust Australia Australian
Available Avatar Avenue BETWEEN BLACK BLUE BORDER Barcelona Beaut Belg Berlin Bitcoin Brasil Britain British Buch Building Bundes CANCEL
CART CHIP CLOSE COLLECTION COLORS COMPONENT CONTENT COVER California Canada Canadian Carol Carolina Catholic Chevron Coast Columb
Congress Corporation Council Creates Crusher Cyan DARK DASH DEG DESCRIPTION DESIGN Daniel December Democr Deus Deuts Deutschland Diego
Dimensions Director Divider Division Donald Dropdown EFFECT Edition Eins Estado Estados Europ European FRAME February Finally Finance
Financial Florida Francisco GAP GRAPH Galaxy Geld Georg George Georgia Germ Government Guard Guide HEART HERO Harr Haw Helvetica Henry
Him Hollywood Hotels Houston However Hug ITEMS Ideas Ih Ihnen Illuminate Indep Indones Instagram Insurance Ipsum Ira Iraq Jah Jahr Jahre
Jahren Jersey Jesus Jewish Johnson Joseph Justice Kingdom Kle Kong Kore Korea Kre Kunden LARGE Licensed MOBILE Magazine Magna Manchester
Mann Marketing Martin Measuring Medical Menschen Mexico Miami Michigan Minister Muslim Nacional Navbar Neder Netflix Neue Neutral Niger
Nob November October Ohio PRODUCT PROFILE Pakistan Patr Paulo People Philipp Placeholder Police Premier Privacy QUESTIONS Quality RADIO
Republican Resort Restaurant Richard Robert Rog SCALE SETTINGS SHOP SIT SMALL SWITCH Schw Scot Senate Senior Serif Sidebar Singapore
Slides Society Southern Spacer Spanish Spinner Spirit Stad Stadt Steel Techn Tempor Texas Tooltip Toronto Typography UNION Uhr VARIABLE
Valley Variables Vegas Virgin Washington Welt Western Whe William Zealand aang aange aantal abandon absol absolutely abund abuse
accessories accident accommod accommodation accomp accompl accordance according accounting accum accuracy accurate achie achieve
achieved acknow acomp aconte acord acordo acqu acquire acquired across adalah additionally administration admit adopt adults advant
advantage advent adventure advertising advice advis advoc aer affect affili afford affordable afraid afternoon agencies aggress agora
agreed agric ahora aims ainda ainsi aircraft alcohol algorithm algu algun algunos alguns aliqua alleen alleg allem allerg allowing
alongside alors altijd alum amazing ambiente amenities amigos amounts ampl analy analys ancient andere androidx announ announced
anterior anx anxiety anymore anyone anyway anywhere aos apare apartment apenas aplic apparently appeal appeared appears appli applic
applicable applied applies applying appr appreci approach approaches appropr appropriate approval approximately apresent aquest aqui
arom arrang arrangement arrest arrive arrived artificial aspects assess assistance associ assum assume atmos atrav attacks attempts
attend attended attitude attorney attract attractive atual audience aument aussi authent authentic authorities automatically autre
autres avons awarded awards awareness bacter banc bann banyak barr baseline basically bast bathroom batt batter beach beaucoup beautiful
beauty became become becomes becoming bedrij bedroom bedrooms began beginning begins behalf behand behavior beim belang belangrijk belie
belief believe believed believes belle belong beneficial benefit benefits bent bereits besoin beter betting beyond bigger biggest bilen
billion bills binnen bisa bless blir blow bodies bott bottle bought bowl brasile breakfast breaking breakpoint breast breath brilliant
bringing brings broad broke brother brought brows buen buildings buiten bunch busca businesses butter buyers buying cabe cabin cable
calculated calidad calm camb campus cancer candid candidates cann capabilities capable capac capacity capitalize caracter cardi careful
carefully carr carried carrying casa casinos caso casos casual caus causa caused causes causing caut celebr celebrate celui centers
centro century cerca certainly certific certification certified cette ceux challeng challenges challenging cham chamb chances chaque
characteristics charged cheese chest chicken chocolate choosing chose chun cig cinco circuit circul circum citiz citizens ciudad civ
claimed claims classroom cleaning clearly clicking clim climate climb clinical closely closer clothes clothing coast cob coc coff cogn
collabor collaboration colle collected colleg colleges coloc combin combination comerc comfortable commitment committed commonly
communicate communities companies compared compart compens compensation competition competitive complaint comple complement complet
completely compliance complic complicated compliment comport compos comprar compreh comprehensive comprom compte computers comun comunic
concentr concentration concepts concer concern concerning concerns conclusion concrete condu conducted confident configur conflic
conflict conform confort confront conhe conj conna conoc consc conscious conse consegu consent conserv consideration considered
considering consist consists constantly constitu constru consum consumers consumption conta containing contem contemporary continued
continues continuing continuous contrib contribut contribute contribution controvers conven convent conventional conver convers convey
cooking cooper coordin coronavirus corporate corre correctly correspond cort cosas costs cotton couldn coun coup couple covering crash
crazy creat cref crian crisis crowd cru cruc crush crushing cual cualquier cuando cuenta cuid cuisine cultural curs cutting daar dabei
dah daha dalam damaged damit dangerous dann dapat dari dass dazu dealing deals debate debe deber debt debut decade decades decent decide
decided decir decis decisions declar decre decrease dedicated defe defect defend defense defin definit definitely deix delicious delight
delivered delivering dell della delle dels demand demande demands democr demonstr dengan denn dental dentro depo depois depression
depuis deriv derni dernier desarroll describ described describes dese desen desenvol designed designs desire desper despite destac
destin destr detailed detected detection determin determine determined dette deuts deux deve developed developing deze dhe diabetes
diagnostic dich didn died diese diesem diesen dieser dieses difer differ differences diffic difficult dij dijo dil dina dining dinner
dipl directed directions directly direkt dirig disappe disappoint discounts discovered discr discre discuss dise disease displayed
dispon dispos disposit disput disse distr distrib distribut divers diverse divided diz doctors doen doesn dois doit doll dollar dollars
dolor dolore domestic donc donde donn dorm dost doub doubt drama drawn dreams drei drie drinking drinks driven driving dropped drugs
duas dumpster dun durable durante duty dynam dys earlier earnings eas easier easily eating echt economy educational eerste efect
effectively effet effic efficiency effort efforts efic efter eggs eigen einem einen einer eines einfach einmal ejemplo ekki elabor
election electr electrical electricity electronic eleg elektr elev elevation elimin elkaar elke embargo emerg emergency emot emotional
emph employ employed empres empresas enables encontr encore encounter encour encourage encuent enf enfants engage engaged engagement
engaging engines enhance enhancement enjoy enorm enough enqu ensuring entering entert entertain enthusi entire entrance entreg entrepr
entreprene envi environ environmental equipo equipped equivalent erf erh erot erre ersten escol escr eskorte espa espec essays estab
establish established estamos estava estud etwas euro europ europe euros evening eventually everybody everyday everywhere evid evidence
evol evolution exactly examine exceed exceptional excess excited exciting exclus executive exem exemple exerc exhaust exhib existe
existence expansion expectations expensive experien experiences experiencia expertise experts explain explained explains explan explic
explore explos expos exposed exposure expressed extensive exterior extrem extreme extremely facil facile facilities facility facing
factors faculty fairly fais faith fakt falling falta familia familiar families famous fantastic fasc faster faut favour favourite fazer
featuring federal feeling feelings feels fellow fem femin femme fif fighting figures filed filling films finally financ findings finds
firms fiscal fishing flav flavor flexible flights flood flour flying foc focuses focusing foi folks foll followed following follows
fonction foram foreach forecast foreground foreign forever fost fotograf fotos founded fourth franc franch fraud freedom frente frequ
frequent frequently fruits frustr fue fuer funcion functionality fundament fundamental funding funds funny furn furniture further fut
fyrir gag gained gall gambling ganz garant gather gebru generally gente gentle genu genuine gewoon giant gibt gifts gives glad goals gob
goede goes golf gore gorgeous gost gotten gover govern graag grace grande grandes granted gratuit greatest greatly grew grinding groot
growing grup guarante guer guests guidance guidelines guitar guy guys habe hace hacia happ happen harder hast hatte headings healing
healthcare hearing heating heav hebben hebt hecho heeft helped helpful helping herself heute highlights highly hij himself hindi
historia historical hogy hoje holidays homem honest honor hoof hopes hoping horas horiz horm horr hosp hosted hotels hous household hoy
huge humans humor hundred hundreds husband hvor iedere ihm ihn ihr ihre ihren ihrer illness imagine immed immediate immediately immun
implied importante impos impossible impress impression impressive impro improv improve improved improvement incent inches inclu includ
inclus incor incorpor incre increased increases increasing incred incredible indeed independ independent indicate indicated indicates
indiv individ individuals industrial industries influ influence informed infrastructure inher inhib inici initially injuries injury inm
innovative inset insight insights inspir inspiration inspired instal instanceof institutions instruct integrated integrity intellect
intellig intelligence intended intens intense intention interact interes interess interested interests interior internacional intersect
interview introduce introduced introduction investig investigation investment investors invited invol involved involving ipsum
isinstance island isn itself jag jako jamais jard jaren javafx javax jeden jedoch jetzt jew jij jog joined joining jorn journey jouw jue
juego juga jusqu justice justify kak kann kans kao katika keeps keine kept khi kho killed kinderen kinds kita kitchen kleine knew knock
knowing knows koji kons krij kud kuf kug kui kull kullan kuma kunnen kunt kunye kuti kwe labore ladies lahko landscape laptop largely
larger lati latter launched lawyer leadership leads learned leather leaves leaving lebih legis legisl legislation legit lessons leswaku
letz leuk liber libert libr libre lieu lifestyle lifetime likely liqu liquid listening listings literally literature lived lives livre
llam lleg loans lomb longer looked lorem lors losing loud loved lovely loves loving lowercase loyal lucky lugar lui lunch luxury luz mae
magazine magna magnet mainly maintain maintained maintaining maior maison majority maka managers managing manera mang mange manier manip
manner manufacturers manufacturing marc marg mari marriage married massasje massive matr matt matters mature mau mayor meals meant meas
measured measurement measures measuring meat mechanism medic medical medication meest meetings meets meille meine meio mej mejor melhor
memb memories menc mend menj menjadi mensen meny mercado merch mereka merely meses mesmo methods mettre meu mga mich mientras mieux migr
mij mijn miles military millions millones mim minder mineral minha minim mining minutos mismo missed mistake mixture modes moet moeten
mogelijk moi moins mois moist mold mole momento moments monde monitoring mood moral morning mortgage mostly mountain moved moy muchas
mucho muchos muit muito muk mulher mundo municipal murder muri muscle musical muss muted myself myst nacional nada nang narr narrow natu
naturally nau nearby nearly neces negoc negoti neigh neighborhood neither nerv networks neue neuen neut newly newsletter newsp ngh ngok
nhi nieuw nieuwe nights nke nob nodig nors noss nossa nosso noted notre nouve nouveau nouvelle novel ntawm nuc nuclear nue nuest nuestra
nuestro nuestros nueva numerous nunca nursing nutr nwere objetivo oblig observed obst obtain obtained obten obvious obviously occas
occurred occurs ocean odds ofere offered offering offic officer officers offices oficial ohne olarak oldu omdat ongoing ontw onze
operating opinion opinions oportun oppon opportun opportunities opportunity oppos opposite organis originally oslo ourselves outcome
outcomes outdoor outras outro outros outstanding overw overwhel packaging pada painting pandem pandemic papel paragraphs parc parce
parece parl partic participate participation particular partie parties partir partnership pasado passage passe passer passion patients
patr patterns paying payments pays pelo pelos penal pendant pentru pequ peque perce perd perfectly performances performing periods
perman permanent permet permite permitted personality personally personas personn personne personnel personnes persoon perspective pesso
pessoas petit petite peu peut pharm phenomen philos photograph photography piano pict pied pills pint plata platforms pleased pleasure
plenty plusieurs pob poc pocket poco podcast pode podem podemos poder podr poker polic police policies political politics popul popula
popular population posible possess possibil possibility possibly potentially pou pounds pouvoir pov powder powerful pract practical
precis pregn pregnancy premi premier preoc prepar preparation preparing prescription presence presente presented presents president
presidente previously pride primarily primeira primeiro primera principles prison privile probably probl problema problemas problems
procedures proceed proceso processes processo produced produces producing produits produtos profes profession professional professor
programa programming programs prohib projet promin promot promote propag properly propor proport propos propose proposed propr propriet
protection protest proud proven provides providing provinc proyect proyecto prz prze przy pued puede pueden puedes puis pulled punto pup
pupp purch purchased purchases purposes purs putting puzz qualquer quand qued quelques questo quickly quien radial rapidly reached
readers reality realiz realizar realize realized reasons receiving recently recept recher recherche recib recl recognition recom recomm
recommendations recon recorded recording recovery recruit recuper recursos recycl redes redistribute reduced reducing reduction referred
reform refr regard regarding regardless regards regul regularly regulations relacion relatively relax rele relev relevant reli reliable
relief religion religious rely remains remind remov removal removing renov rental repe repeated replac replaced reporting representative
representing represents reprodu reput reputation requirement researchers resid residence residential residents resist resistance resol
resort respective respectively responsabil responsibility responsible restaur restrictions resultados resulting retail retirement
returning reun reveal revealed revel revenue reviewed revis revol revolution rien rising risks robust romantic rond rout ruim rund rural
saat sabe saber sac saf safety sag sah sala salud sama samen sang sanit sant sareng satisf satisfaction satisfied satu sau sauce savings
savoir saw saya saying says scen scenes schn scholar schon schools scientific scientists sco scored scre searching seasons seats seeds
seeking seem seemed seems sees seguir segunda segundo seguridad sehr seine seiner seja selbst selon selv semana sempre sendo senior
sensitive sentido separ separate seper serif serious seriously serves servi servicio servicios serving setup seu seus sever several
severe sexual sexy shared sharing sharp shel shirt shock shoes shooting shopping shops should shoulder showed shower showing shown shows
shut sich sicher sick sides sido siempre sight signific significant signing signs sigu simples simply simult sind singles sino sist
sistem sistema sister sitting situation situations skeleton slee slight slightly slowly smaller smartphone smile smo smoke snel soci
society sod sog soit solic soll somet somewhat somewhere sondern sont soph sor sos soul sour sous sout souvent sow sowie spacer spacing
speak speaking specialist specif specifically specify spend spending spinner spirit spiritual spoke spons squ stabil stability stages
standards stap stated statements statist stayed staying steeds steht stom stopped straight strange strategic strategies streaming
streets stronger strongly strugg struggle stuck studied studies studying stunning stup sua suas subscrib subse substant substantial
substit subt suc succeed successfully sud suff suffer suffering sufficient sugar sugg suggested suggestions suggests suis suit suitable
suiv sul sunt superior supplement supplied suppliers supplies supply supporting supposed surg surgery surpr surprise surprising surround
surt surv surve susp sust sustain sustainable sve svo swe swi swimming sympt symptoms synchron synd synth syst tack tact tah tako tale
talent talked talking talks tall tang tanto tape tarde targeted taught taxes teaching teal techni technique techniques technologies tecn
teeth tekn television tells temperatures tend terrible terse terug theory therap therefore therm thiab thick thorough thoughts thous
thousand thousands threat throughout thrown tidak tied tiempo tien tiene tienen tijdens till timest tired tissue tla toch toda todas
toget together togg told toler tomorrow tonight took tooth torn tort totally tough toujours tourn tournament tous toute toutes toward
towards trabaj trabajo trabal trabalho tradem trading tradition traff trailer tranqu transf transformation transl transmission transpar
transportation trata travail traveling travers treat treatment trem trends tres tried trips trois trong trop trou troub trouble trouver
truly tse tsh tub tudi tudo tul tule turning turns tus tut twe twee twenty twice typical typography ultimately underlying underst
understand understanding understood unf universities university unser unsere untuk unus unw upang upcoming useful utilis utiliz utilize
vaak vacation vag variety various veces vehicle vehicles verdade verder verr verschied verschill verschillende verv verz vess veter
vezes viagra vibr victim victory viele viewing village vintage violence visiting visitors vital volg volgende volunt volunte vot votre
vra vrou vul vulner waiting walked wanting wants warrant warranty wasn waste watched watching weapons wearing websites wedding weekend
werd wereld weten whak whe whenever whom widely wieder willen willing wird wireless witness wonderful wondering worden wordt workshop
worldwide worry worse worst wouldn writ wrote wurde wurden yap yesterday yog yoga yok younger yours yourself youth zdrav zeer zich
zusammen zv zwei zwischen
`).map((word) => [word, 2] as const),
]);

function words(text: string): readonly string[] {
  return text.trim().split(/\s/);
}

/** Pieces that are one token as they are, and not with a space before them: words with their mark, and what has no other place. */
export const knownPieces: ReadonlyMap<string, 1> = new Map(
  words(":center :left :right -right -bottom -top -left -center =true =false FFF Ellipse").map((piece) => [piece, 1]),
);
