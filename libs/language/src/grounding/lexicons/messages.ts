/** What the translator says, by language: one line per message, in the order of its keys. */
export const MESSAGES: Readonly<Record<string, string>> = {
  en: `Which records do you mean, and what should happen to them?
Which records? As it stands this would affect every record.
Which records do you mean?
Which of these do you mean?
How should this change the rule?
Say which records you mean and what should happen to them.
Without it the rule would affect every record. Which records should it be?
"{0}" needs more than one record, or something the records do not hold.
"{0}" is nothing a rule can do.
No field is about "{0}".
No field or value is known for "{0}".
I could not place {0}. Should the rule be made without it?
"{0}" which value{1}?
From which value of {1} on does "{0}" count?
What does "{0}" mean: which field, and from which value on?
No record has {1} "{0}". Which one do you mean?
Which field is meant by "{0}"{1}?
Which tag should these records get?
To which value should {0} be set?
There is no field "{0}". Which field should be changed?
A rule looks at one record of {0} at a time, by its fields ({1}), and can add or remove tags and set, clear or tidy values.
{0}: {1} are taken as the same.
"{0}" is taken as {1}.
No known record has {1} "{0}"; it is taken as written.
This language is only partly understood: fields, values and numbers were linked, its grammar was not.
This request is too entangled to understand; say it in shorter sentences, with fewer brackets.
What should "{0}" do to these records? Name the field and the value.
There is no earlier version of this rule to go back to.
{0} sounds like a rule of its own: one rule does its actions to one kind of records. Ask for each rule apart.
{0} is also stored as {1}. Say "all spellings" to take them in.
"{0}" is looked for inside {1}.
{0}: {1}, or {1} thousand?
Then say in other words which records you mean and what should happen to them.
There is no list "{0}". Say which values it holds, or ask an admin to define it.
There is no day "{0}". Which day do you mean?
"{0}" is taken by the calendar, not counted back from today.
"{0}" is counted back from today, not taken by the calendar.
{0}: how far from {1} may it be?
"{0}" is no number, and {1} holds numbers. To which number should it be set?
"{0}" is no date, and {1} holds dates. To which date should it be set?
“{0}” is compared as it stands with {1}: nothing is converted.
I could not place {0}, and it may deny something. Please say that part in other words.
{0}: nothing meets both limits at once, so what meets either of them is taken.`,
  de: `Welche Datensätze sind gemeint, und was soll mit ihnen geschehen?
Welche Datensätze? So würde es alle betreffen.
Welche Datensätze sind gemeint?
Was davon ist gemeint?
Wie soll das die Regel ändern?
Sagen Sie, welche Datensätze gemeint sind und was mit ihnen geschehen soll.
Ohne das würde die Regel alle Datensätze betreffen. Welche sollen es sein?
„{0}“ braucht mehr als einen Datensatz oder etwas, das die Datensätze nicht enthalten.
„{0}“ kann eine Regel nicht tun.
Kein Feld handelt von „{0}“.
Zu „{0}“ ist kein Feld und kein Wert bekannt.
{0} konnte ich nicht zuordnen. Soll die Regel ohne das entstehen?
„{0}“ – welcher Wert{1}?
Ab welchem Wert von {1} gilt „{0}“?
Was heißt „{0}“: welches Feld, und ab welchem Wert?
Kein Datensatz hat {1} „{0}“. Was ist gemeint?
Welches Feld ist mit „{0}“ gemeint{1}?
Welches Tag sollen diese Datensätze bekommen?
Auf welchen Wert soll {0} gesetzt werden?
Es gibt kein Feld „{0}“. Welches Feld soll geändert werden?
Eine Regel betrachtet einen Datensatz ({0}) für sich, nach seinen Feldern ({1}), und kann Tags vergeben oder entfernen und Werte setzen, leeren oder bereinigen.
{0}: {1} gelten als gleich.
„{0}“ wird als {1} verstanden.
Kein bekannter Datensatz hat {1} „{0}“; es wird wörtlich genommen.
Diese Sprache wird nur teilweise verstanden: Felder, Werte und Zahlen wurden verknüpft, die Grammatik nicht.
Diese Anfrage ist zu verschachtelt; sagen Sie es in kürzeren Sätzen, mit weniger Klammern.
Was soll „{0}“ mit diesen Datensätzen tun? Nennen Sie das Feld und den Wert.
Es gibt keine frühere Fassung dieser Regel.
{0} klingt nach einer eigenen Regel: eine Regel tut das Ihre mit einer Art von Datensätzen. Bitte jede Regel einzeln formulieren.
{0} ist auch als {1} gespeichert. Mit „alle Schreibweisen“ werden sie aufgenommen.
„{0}“ wird innerhalb von {1} gesucht.
{0}: {1} oder {1} Tausend?
Dann sagen Sie mit anderen Worten, welche Datensätze gemeint sind und was mit ihnen geschehen soll.
Es gibt keine Liste „{0}“. Nennen Sie die Werte, die sie enthält, oder lassen Sie sie von einem Admin anlegen.
Einen Tag „{0}“ gibt es nicht. Welcher Tag ist gemeint?
„{0}“ ist nach dem Kalender verstanden, nicht von heute an zurückgerechnet.
„{0}“ ist von heute an zurückgerechnet, nicht nach dem Kalender verstanden.
{0}: wie weit von {1} darf es abweichen?
„{0}“ ist keine Zahl, und {1} enthält Zahlen. Auf welche Zahl soll es gesetzt werden?
„{0}“ ist kein Datum, und {1} enthält Daten. Auf welches Datum soll es gesetzt werden?
„{0}“ wird so, wie es dasteht, mit {1} verglichen: umgerechnet wird nichts.
{0} konnte ich nicht zuordnen, und es verneint vielleicht etwas. Bitte sagen Sie diesen Teil mit anderen Worten.
{0}: Beide Grenzen zugleich erfüllt nichts; genommen wird, was eine der beiden erfüllt.`,
  fr: `Quelles fiches voulez-vous dire, et que doit-il leur arriver ?
Quelles fiches ? En l'état, toutes seraient concernées.
Quelles fiches voulez-vous dire ?
Lequel voulez-vous dire ?
Comment cela doit-il changer la règle ?
Dites quelles fiches vous voulez dire et ce qui doit leur arriver.
Sans cela, la règle concernerait toutes les fiches. Lesquelles ?
« {0} » demande plus d'une fiche, ou ce que les fiches ne contiennent pas.
« {0} » n'est pas une action de règle.
Aucun champ ne parle de « {0} ».
Aucun champ ni valeur n'est connu pour « {0} ».
Je n'ai pas su placer {0}. Faire la règle sans cela ?
« {0} » quelle valeur{1} ?
À partir de quelle valeur de {1} est-ce « {0} » ?
Que veut dire « {0} » : quel champ, et à partir de quelle valeur ?
Aucune fiche n'a {1} « {0} ». Laquelle voulez-vous dire ?
Quel champ désigne « {0} »{1} ?
Quelle étiquette ces fiches doivent-elles recevoir ?
À quelle valeur mettre {0} ?
Il n'y a pas de champ « {0} ». Quel champ faut-il changer ?
Une règle regarde une fiche ({0}) à la fois, par ses champs ({1}), et peut ajouter ou retirer des étiquettes et définir, vider ou nettoyer des valeurs.
{0} : {1} sont pris pour la même chose.
« {0} » est compris comme {1}.
Aucune fiche connue n'a {1} « {0} » ; c'est pris tel quel.
Cette langue n'est comprise qu'en partie : champs, valeurs et nombres ont été reliés, sa grammaire non.
Cette demande est trop enchevêtrée ; dites-le en phrases plus courtes, avec moins de parenthèses.
Que doit faire « {0} » à ces fiches ? Indiquez le champ et la valeur.
Il n'y a pas de version antérieure de cette règle.
{0} ressemble à une autre règle : une règle agit sur une seule sorte d’enregistrements. Demandez chaque règle à part.
{0} est aussi enregistré comme {1}. Dites « toutes les graphies » pour les inclure.
« {0} » est cherché à l’intérieur de {1}.
{0} : {1}, ou {1} mille ?
Alors dites autrement quelles fiches vous voulez dire et ce qui doit leur arriver.
Il n'y a pas de liste « {0} ». Dites quelles valeurs elle contient, ou demandez à un administrateur de la définir.
Il n'y a pas de jour « {0} ». Quel jour voulez-vous dire ?
« {0} » est compris selon le calendrier, non compté à rebours d'aujourd'hui.
« {0} » est compté à rebours d'aujourd'hui, non compris selon le calendrier.
{0} : jusqu’à quel écart de {1} ?
« {0} » n’est pas un nombre, et {1} contient des nombres. Quel nombre faut-il y mettre ?
« {0} » n’est pas une date, et {1} contient des dates. Quelle date faut-il y mettre ?
« {0} » est comparé tel quel à {1} : rien n’est converti.
Je n’ai pas su placer {0}, qui nie peut-être quelque chose. Dites cette partie autrement, s’il vous plaît.
{0} : rien ne satisfait les deux limites à la fois ; est retenu ce qui satisfait l’une ou l’autre.`,
  es: `¿Qué registros son, y qué debe pasar con ellos?
¿Qué registros? Así afectaría a todos.
¿Qué registros son?
¿Cuál de estos quiere decir?
¿Cómo debe cambiar esto la regla?
Diga qué registros son y qué debe pasar con ellos.
Sin eso, la regla afectaría a todos los registros. ¿Cuáles deben ser?
«{0}» necesita más de un registro, o algo que los registros no contienen.
«{0}» no es algo que una regla pueda hacer.
Ningún campo trata de «{0}».
No se conoce campo ni valor para «{0}».
No pude situar {0}. ¿Hacer la regla sin eso?
«{0}», ¿qué valor{1}?
¿Desde qué valor de {1} cuenta «{0}»?
¿Qué significa «{0}»: qué campo, y desde qué valor?
Ningún registro tiene {1} «{0}». ¿Cuál quiere decir?
¿Qué campo es «{0}»{1}?
¿Qué etiqueta deben recibir estos registros?
¿A qué valor se debe poner {0}?
No hay campo «{0}». ¿Qué campo se debe cambiar?
Una regla mira un registro ({0}) cada vez, por sus campos ({1}), y puede añadir o quitar etiquetas y poner, vaciar o limpiar valores.
{0}: {1} se toman como lo mismo.
«{0}» se entiende como {1}.
Ningún registro conocido tiene {1} «{0}»; se toma tal cual.
Este idioma solo se entiende en parte: se enlazaron campos, valores y números, no su gramática.
Esta petición está demasiado enredada; dígalo en frases más cortas, con menos paréntesis.
¿Qué debe hacer «{0}» con estos registros? Indique el campo y el valor.
No hay ninguna versión anterior de esta regla.
{0} parece otra regla: una regla actúa sobre una sola clase de registros. Pida cada regla por separado.
{0} también está guardado como {1}. Diga «todas las grafías» para incluirlos.
«{0}» se busca dentro de {1}.
{0}: ¿{1} o {1} mil?
Entonces diga con otras palabras qué registros son y qué debe pasar con ellos.
No hay ninguna lista «{0}». Diga qué valores contiene o pida a un administrador que la defina.
No existe el día «{0}». ¿Qué día quiere decir?
«{0}» se entiende según el calendario, no contado hacia atrás desde hoy.
«{0}» se cuenta hacia atrás desde hoy, no según el calendario.
{0}: ¿a cuánto de {1} puede estar?
«{0}» no es un número, y {1} contiene números. ¿Qué número debe ponerse?
«{0}» no es una fecha, y {1} contiene fechas. ¿Qué fecha debe ponerse?
«{0}» se compara tal cual con {1}: no se convierte nada.
No pude situar {0}, y quizá niega algo. Diga esa parte con otras palabras, por favor.
{0}: nada cumple los dos límites a la vez; se toma lo que cumple uno u otro.`,
  it: `Quali record intende, e che cosa deve succedere?
Quali record? Così riguarderebbe tutti.
Quali record intende?
Quale di questi intende?
Come deve cambiare la regola?
Dica quali record intende e che cosa deve succedere.
Senza, la regola riguarderebbe tutti i record. Quali devono essere?
«{0}» richiede più di un record, o qualcosa che i record non contengono.
«{0}» non è cosa che una regola possa fare.
Nessun campo riguarda «{0}».
Non è noto alcun campo o valore per «{0}».
Non ho saputo collocare {0}. Fare la regola senza?
«{0}»: quale valore{1}?
Da quale valore di {1} vale «{0}»?
Che cosa significa «{0}»: quale campo, e da quale valore?
Nessun record ha {1} «{0}». Quale intende?
Quale campo indica «{0}»{1}?
Quale tag devono ricevere questi record?
A quale valore va impostato {0}?
Non c'è un campo «{0}». Quale campo va cambiato?
Una regola guarda un record ({0}) alla volta, dai suoi campi ({1}), e può aggiungere o togliere tag e impostare, svuotare o ripulire valori.
{0}: {1} sono presi per uguali.
«{0}» è inteso come {1}.
Nessun record noto ha {1} «{0}»; è preso com'è.
Questa lingua è compresa solo in parte: campi, valori e numeri sono stati collegati, la grammatica no.
Questa richiesta è troppo intricata; la dica in frasi più brevi, con meno parentesi.
Che cosa deve fare «{0}» con questi record? Indichi il campo e il valore.
Non c'è una versione precedente di questa regola.
{0} sembra un’altra regola: una regola agisce su un solo tipo di record. Chiedi ogni regola separatamente.
{0} è salvato anche come {1}. Dica «tutte le grafie» per includerli.
«{0}» viene cercato all’interno di {1}.
{0}: {1} o {1} mila?
Allora dica con altre parole quali record intende e che cosa deve succedere.
Non esiste una lista «{0}». Dica quali valori contiene o chieda a un amministratore di definirla.
Non esiste il giorno «{0}». Quale giorno intende?
«{0}» è inteso secondo il calendario, non contato a ritroso da oggi.
«{0}» è contato a ritroso da oggi, non secondo il calendario.
{0}: quanto può scostarsi da {1}?
«{0}» non è un numero, e {1} contiene numeri. Quale numero va impostato?
«{0}» non è una data, e {1} contiene date. Quale data va impostata?
«{0}» è confrontato così com’è con {1}: non si converte nulla.
Non so dove collocare {0}, che forse nega qualcosa. Dica questa parte con altre parole, per favore.
{0}: nulla soddisfa entrambi i limiti; si prende ciò che soddisfa l’uno o l’altro.`,
  pt: `Quais registros são, e o que deve acontecer com eles?
Quais registros? Assim afetaria todos.
Quais registros são?
Qual destes quer dizer?
Como isto deve mudar a regra?
Diga quais registros são e o que deve acontecer com eles.
Sem isso a regra afetaria todos os registros. Quais devem ser?
“{0}” precisa de mais de um registro, ou de algo que os registros não contêm.
“{0}” não é algo que uma regra possa fazer.
Nenhum campo trata de “{0}”.
Nenhum campo ou valor é conhecido para “{0}”.
Não soube situar {0}. Fazer a regra sem isso?
“{0}”: que valor{1}?
A partir de que valor de {1} conta “{0}”?
O que significa “{0}”: que campo, e a partir de que valor?
Nenhum registro tem {1} “{0}”. Qual quer dizer?
Que campo é “{0}”{1}?
Que etiqueta estes registros devem receber?
Para que valor {0} deve ser definido?
Não há campo “{0}”. Que campo deve mudar?
Uma regra olha um registro ({0}) de cada vez, pelos seus campos ({1}), e pode adicionar ou remover etiquetas e definir, limpar ou arrumar valores.
{0}: {1} são tomados como iguais.
“{0}” é entendido como {1}.
Nenhum registro conhecido tem {1} “{0}”; é tomado como está.
Este idioma só é entendido em parte: campos, valores e números foram ligados, a gramática não.
Este pedido está demasiado emaranhado; diga-o em frases mais curtas, com menos parênteses.
O que “{0}” deve fazer com estes registros? Indique o campo e o valor.
Não há versão anterior desta regra.
{0} parece outra regra: uma regra atua sobre um só tipo de registos. Peça cada regra em separado.
{0} também está guardado como {1}. Diga «todas as grafias» para incluí-los.
«{0}» é procurado dentro de {1}.
{0}: {1} ou {1} mil?
Então diga por outras palavras quais registros são e o que deve acontecer com eles.
Não há nenhuma lista «{0}». Diga que valores ela contém ou peça a um administrador que a defina.
Não existe o dia «{0}». Que dia quer dizer?
«{0}» é entendido pelo calendário, não contado para trás a partir de hoje.
«{0}» é contado para trás a partir de hoje, não pelo calendário.
{0}: a que distância de {1} pode ficar?
"{0}" não é um número, e {1} contém números. Que número deve ser definido?
"{0}" não é uma data, e {1} contém datas. Que data deve ser definida?
"{0}" é comparado tal como está com {1}: nada é convertido.
Não consegui situar {0}, e talvez negue algo. Diga essa parte por outras palavras, por favor.
{0}: nada cumpre os dois limites ao mesmo tempo; toma-se o que cumpre um ou outro.`,
  nl: `Welke records bedoelt u, en wat moet ermee gebeuren?
Welke records? Zo zou het alle records raken.
Welke records bedoelt u?
Welke hiervan bedoelt u?
Hoe moet dit de regel veranderen?
Zeg welke records u bedoelt en wat ermee moet gebeuren.
Zonder dat zou de regel alle records raken. Welke moeten het zijn?
"{0}" vraagt meer dan één record, of iets wat de records niet bevatten.
"{0}" kan een regel niet doen.
Geen veld gaat over "{0}".
Voor "{0}" is geen veld of waarde bekend.
Ik kon {0} niet plaatsen. Moet de regel zonder worden gemaakt?
"{0}": welke waarde{1}?
Vanaf welke waarde van {1} geldt "{0}"?
Wat betekent "{0}": welk veld, en vanaf welke waarde?
Geen record heeft {1} "{0}". Welke bedoelt u?
Welk veld is "{0}"{1}?
Welke tag moeten deze records krijgen?
Op welke waarde moet {0} worden gezet?
Er is geen veld "{0}". Welk veld moet veranderen?
Een regel bekijkt één record ({0}) tegelijk, aan de hand van de velden ({1}), en kan tags toevoegen of verwijderen en waarden zetten, leegmaken of opschonen.
{0}: {1} gelden als hetzelfde.
"{0}" wordt opgevat als {1}.
Geen bekend record heeft {1} "{0}"; het wordt letterlijk genomen.
Deze taal wordt maar deels begrepen: velden, waarden en getallen zijn gekoppeld, de grammatica niet.
Dit verzoek is te ingewikkeld; zeg het in kortere zinnen, met minder haakjes.
Wat moet "{0}" met deze records doen? Noem het veld en de waarde.
Er is geen eerdere versie van deze regel.
{0} lijkt een regel op zich: één regel doet iets met één soort records. Vraag elke regel apart.
{0} is ook opgeslagen als {1}. Zeg “alle schrijfwijzen” om ze mee te nemen.
“{0}” wordt binnen {1} gezocht.
{0}: {1} of {1} duizend?
Zeg dan met andere woorden welke records u bedoelt en wat ermee moet gebeuren.
Er is geen lijst “{0}”. Zeg welke waarden erop staan, of laat een beheerder de lijst aanmaken.
Er is geen dag “{0}”. Welke dag bedoelt u?
“{0}” is volgens de kalender opgevat, niet vanaf vandaag teruggeteld.
“{0}” is vanaf vandaag teruggeteld, niet volgens de kalender.
{0}: hoe ver mag het van {1} liggen?
"{0}" is geen getal, en {1} bevat getallen. Op welk getal moet het worden gezet?
"{0}" is geen datum, en {1} bevat datums. Op welke datum moet het worden gezet?
"{0}" wordt zoals het er staat met {1} vergeleken: er wordt niets omgerekend.
Ik kon {0} niet plaatsen, en misschien ontkent het iets. Zeg dat deel alstublieft met andere woorden.
{0}: niets voldoet aan beide grenzen tegelijk; genomen wordt wat aan een van beide voldoet.`,
  da: `Hvilke poster mener du, og hvad skal der ske med dem?
Hvilke poster? Sådan ville det ramme alle.
Hvilke poster mener du?
Hvilken af disse mener du?
Hvordan skal det ændre reglen?
Sig hvilke poster du mener, og hvad der skal ske med dem.
Uden det ville reglen ramme alle poster. Hvilke skal det være?
"{0}" kræver mere end én post, eller noget posterne ikke rummer.
"{0}" er ikke noget en regel kan gøre.
Intet felt handler om "{0}".
Der kendes intet felt og ingen værdi for "{0}".
Jeg kunne ikke placere {0}. Skal reglen laves uden?
"{0}": hvilken værdi{1}?
Fra hvilken værdi af {1} gælder "{0}"?
Hvad betyder "{0}": hvilket felt, og fra hvilken værdi?
Ingen post har {1} "{0}". Hvilken mener du?
Hvilket felt er "{0}"{1}?
Hvilket tag skal disse poster have?
Hvilken værdi skal {0} sættes til?
Der er intet felt "{0}". Hvilket felt skal ændres?
En regel ser på én post ({0}) ad gangen, efter dens felter ({1}), og kan tilføje eller fjerne tags og sætte, rydde eller rense værdier.
{0}: {1} regnes for det samme.
"{0}" forstås som {1}.
Ingen kendt post har {1} "{0}"; det tages som skrevet.
Dette sprog forstås kun delvist: felter, værdier og tal blev koblet, grammatikken ikke.
Denne anmodning er for indviklet; sig det i kortere sætninger, med færre parenteser.
Hvad skal "{0}" gøre ved disse poster? Nævn feltet og værdien.
Der er ingen tidligere version af denne regel.
{0} lyder som en regel for sig: én regel gør noget ved én slags poster. Bed om hver regel for sig.
{0} er også gemt som {1}. Sig "alle stavemåder" for at tage dem med.
"{0}" søges inden i {1}.
{0}: {1} eller {1} tusind?
Sig så med andre ord, hvilke poster du mener, og hvad der skal ske med dem.
Der er ingen liste "{0}". Sig, hvilke værdier den indeholder, eller bed en administrator om at oprette den.
Der er ingen dag "{0}". Hvilken dag mener du?
"{0}" er forstået efter kalenderen, ikke talt tilbage fra i dag.
"{0}" er talt tilbage fra i dag, ikke efter kalenderen.
{0}: hvor langt fra {1} må det ligge?
"{0}" er ikke et tal, og {1} indeholder tal. Hvilket tal skal det sættes til?
"{0}" er ikke en dato, og {1} indeholder datoer. Hvilken dato skal det sættes til?
"{0}" sammenlignes, som det står, med {1}: intet omregnes.
Jeg kunne ikke placere {0}, og måske benægter det noget. Sig den del med andre ord.
{0}: intet opfylder begge grænser på én gang; det, der opfylder den ene eller den anden, tages med.`,
  sv: `Vilka poster menar du, och vad ska hända med dem?
Vilka poster? Så skulle det gälla alla.
Vilka poster menar du?
Vilken av dessa menar du?
Hur ska detta ändra regeln?
Säg vilka poster du menar och vad som ska hända med dem.
Utan det skulle regeln gälla alla poster. Vilka ska det vara?
"{0}" kräver mer än en post, eller något posterna inte har.
"{0}" är inget en regel kan göra.
Inget fält handlar om "{0}".
Inget fält eller värde är känt för "{0}".
Jag kunde inte placera {0}. Ska regeln göras utan?
"{0}": vilket värde{1}?
Från vilket värde på {1} gäller "{0}"?
Vad betyder "{0}": vilket fält, och från vilket värde?
Ingen post har {1} "{0}". Vilken menar du?
Vilket fält är "{0}"{1}?
Vilken tagg ska dessa poster få?
Till vilket värde ska {0} sättas?
Det finns inget fält "{0}". Vilket fält ska ändras?
En regel ser på en post ({0}) i taget, efter dess fält ({1}), och kan lägga till eller ta bort taggar och sätta, tömma eller städa värden.
{0}: {1} räknas som samma.
"{0}" tolkas som {1}.
Ingen känd post har {1} "{0}"; det tas som det står.
Detta språk förstås bara delvis: fält, värden och tal kopplades, grammatiken inte.
Denna begäran är för invecklad; säg det i kortare meningar, med färre parenteser.
Vad ska "{0}" göra med dessa poster? Ange fältet och värdet.
Det finns ingen tidigare version av den här regeln.
{0} låter som en egen regel: en regel gör något med ett slags poster. Be om varje regel för sig.
{0} är också sparat som {1}. Säg "alla stavningar" för att ta med dem.
"{0}" söks inuti {1}.
{0}: {1} eller {1} tusen?
Säg då med andra ord vilka poster du menar och vad som ska hända med dem.
Det finns ingen lista "{0}". Säg vilka värden den innehåller, eller be en administratör att skapa den.
Det finns ingen dag "{0}". Vilken dag menar du?
"{0}" förstås enligt kalendern, inte räknat bakåt från i dag.
"{0}" är räknat bakåt från i dag, inte enligt kalendern.
{0}: hur långt från {1} får det ligga?
"{0}" är inget tal, och {1} innehåller tal. Vilket tal ska det sättas till?
"{0}" är inget datum, och {1} innehåller datum. Vilket datum ska det sättas till?
"{0}" jämförs som det står med {1}: inget räknas om.
Jag kunde inte placera {0}, och det kanske nekar något. Säg den delen med andra ord.
{0}: inget uppfyller båda gränserna samtidigt; det som uppfyller den ena eller den andra tas med.`,
  zh: `您指哪些记录，要对它们做什么？
哪些记录？这样会影响所有记录。
您指哪些记录？
您指的是哪一个？
应如何更改规则？
请说明是哪些记录，以及要做什么。
去掉它，规则会影响所有记录。应是哪些记录？
“{0}”需要不止一条记录，或记录中没有的内容。
“{0}”不是规则能做的事。
没有关于“{0}”的字段。
没有与“{0}”对应的字段或值。
无法理解{0}。是否忽略它来生成规则？
“{0}”的值是多少{1}？
{1}从多少起算“{0}”？
“{0}”指什么：哪个字段，从哪个值起？
没有记录的{1}为“{0}”。您指哪一个？
“{0}”指哪个字段{1}？
这些记录应添加哪个标签？
{0}应设为什么值？
没有字段“{0}”。应更改哪个字段？
规则一次只看一条{0}记录的字段（{1}），可以添加或移除标签，以及设置、清空或整理值。
{0}：{1}视为相同。
“{0}”理解为{1}。
没有已知记录的{1}为“{0}”；按原文处理。
这种语言只能部分理解：已关联字段、值和数字，语法未能理解。
这个请求太复杂；请用更短的句子、更少的括号来说明。
“{0}”要对这些记录做什么？请说明字段和值。
此规则没有更早的版本。
{0}像是另一条规则：一条规则只对一类记录执行操作。请分别提出每条规则。
{0}还存为{1}。说“所有写法”即可一并包括。
在{1}中查找“{0}”。
{0}：{1}，还是{1}千？
那么请换一种说法：是哪些记录，要对它们做什么。
没有名单“{0}”。请说明它包含哪些值，或请管理员定义它。
没有“{0}”这一天。您指哪一天？
“{0}”按日历理解，不是从今天往回算。
“{0}”从今天往回算，不按日历理解。
{0}：与 {1} 可以相差多少？
“{0}”不是数字，而{1}存的是数字。应设为哪个数字？
“{0}”不是日期，而{1}存的是日期。应设为哪个日期？
“{0}”按原样与{1}比较，不作换算。
无法理解{0}，而它可能表示否定。请换一种说法。
{0}：没有值能同时满足两个界限，因此取满足其中任一界限的值。`,
  ja: `どのレコードに、何をしますか？
どのレコードですか？このままでは全件が対象になります。
どのレコードですか？
どれを指していますか？
ルールをどう変えますか？
どのレコードに何をするかを教えてください。
それがないと全件が対象になります。どのレコードにしますか？
「{0}」には複数のレコード、またはレコードにない情報が必要です。
「{0}」はルールではできません。
「{0}」に関するフィールドはありません。
「{0}」に当たるフィールドも値もありません。
{0}を理解できませんでした。それなしでルールを作りますか？
「{0}」の値は何ですか{1}？
{1}がいくつ以上なら「{0}」ですか？
「{0}」とは何ですか：どのフィールドで、いくつからですか？
{1}が「{0}」のレコードはありません。どれを指していますか？
「{0}」はどのフィールドですか{1}？
どのタグを付けますか？
{0}をどの値に設定しますか？
フィールド「{0}」はありません。どのフィールドを変更しますか？
ルールは{0}のレコードを一件ずつ、そのフィールド（{1}）で見て、タグの追加や削除、値の設定・消去・整形ができます。
{0}：{1}は同じものとみなします。
「{0}」は{1}と解釈します。
{1}が「{0}」のレコードは知られていません。書かれたとおりに扱います。
この言語は一部しか理解できません。フィールド・値・数値は結び付けましたが、文法は理解していません。
この依頼は複雑すぎます。括弧を減らし、短い文で言ってください。
「{0}」でこれらのレコードに何をしますか？フィールドと値を教えてください。
このルールには以前の版がありません。
{0}は別のルールのようです。一つのルールは一種類のレコードだけを扱います。ルールごとに分けて依頼してください。
{0}は{1}とも保存されています。「すべての表記」と言えば含めます。
「{0}」は{1}の中で検索します。
{0}：{1}ですか、{1}千ですか？
では、どのレコードに何をするかを別の言い方で教えてください。
リスト「{0}」はありません。含まれる値を言うか、管理者に定義を依頼してください。
「{0}」という日はありません。どの日のことですか？
「{0}」は暦どおりとし、今日からさかのぼって数えてはいません。
「{0}」は今日からさかのぼって数え、暦どおりではありません。
{0}：{1} からどのくらいまで離れてよいですか。
「{0}」は数値ではありません。{1}には数値が入ります。どの数値に設定しますか？
「{0}」は日付ではありません。{1}には日付が入ります。どの日付に設定しますか？
「{0}」はそのまま{1}と比べます。換算はしません。
{0}を理解できませんでした。何かを否定しているかもしれません。その部分を別の言い方でお願いします。
{0}：両方の限度を同時に満たす値はないため、どちらか一方を満たすものとします。`,
};
