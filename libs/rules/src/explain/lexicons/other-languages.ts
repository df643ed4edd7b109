import { wordedLexicon } from '../worded-lexicon';

/** German. */
export const DE = wordedLexicon({
  language: 'de',
  frames:
    'Wenn {condition}: {actions}.|Für jeden Datensatz: {actions}.|Datensätze, bei denen gilt: {condition}.|Alle Datensätze.',
  joints: ' und | oder |, |nicht | und ',
  operators:
    'ist/ist nicht|ist größer als/ist nicht größer als|ist mindestens/ist nicht mindestens|ist kleiner als/ist nicht kleiner als|ist höchstens/ist nicht höchstens|ist später als/ist nicht später als|ist ab/ist nicht ab|ist früher als/ist nicht früher als|ist spätestens/ist nicht spätestens|ist genau/ist nicht genau|ist eines von/ist keines von|enthalten/enthalten nicht|enthält genau/enthält nicht genau|enthält/enthält nicht|beinhalten/beinhalten nicht|beginnt mit/beginnt nicht mit|endet mit/endet nicht mit|entspricht dem Muster/entspricht nicht dem Muster|ist zwischen/ist nicht zwischen|ist echt zwischen/ist nicht echt zwischen|gilt/gilt nicht',
  states:
    'ist leer|ist gefüllt|ist leer oder 0|ist gefüllt und nicht 0|ist wahr|ist nicht wahr|ist null|ist nicht null',
  notes:
    ' (Groß- und Kleinschreibung egal)|Länge von |immer|nie| (auch wenn leer)| (leer zählt als 0)|wahr|falsch|leer|Priorität|Name',
  arithmetic: 'modulo|das Kleinste aus|das Größte aus|gefolgt von',
  group: '.',
  decimal: ',',
  capitals: true,
  units: 'Tag/Tagen|Woche/Wochen|Monat/Monaten|Jahr/Jahren',
  days: 'heute|vor …|in …|Beginn …|dieser Woche/der letzten Woche/der nächsten Woche/der Woche|dieses Monats/des letzten Monats/des nächsten Monats/des Monats|dieses Quartals/des letzten Quartals/des nächsten Quartals/des Quartals|dieses Jahres/des letzten Jahres/des nächsten Jahres/des Jahres',
  actions: {},
});

/** French. */
export const FR = wordedLexicon({
  language: 'fr',
  frames: 'Si {condition} : {actions}.|Pour chaque fiche : {actions}.|Fiches où {condition}.|Toutes les fiches.',
  joints: ' et | ou |, |pas | et ',
  operators:
    "est/n'est pas|est supérieur à/n'est pas supérieur à|est au moins/n'est pas au moins|est inférieur à/n'est pas inférieur à|est au plus/n'est pas au plus|est après/n'est pas après|est à partir de/n'est pas à partir de|est avant/n'est pas avant|est au plus tard/n'est pas au plus tard|est exactement/n'est pas exactement|est l'un de/n'est aucun de|contiennent/ne contiennent pas|contient exactement/ne contient pas exactement|contient/ne contient pas|incluent/n'incluent pas|commence par/ne commence pas par|se termine par/ne se termine pas par|correspond au motif/ne correspond pas au motif|est compris entre/n'est pas compris entre|est strictement entre/n'est pas strictement entre|est vérifié/n'est pas vérifié",
  states: "est vide|est rempli|est vide ou 0|est rempli et n'est pas 0|est vrai|n'est pas vrai|est null|n'est pas null",
  notes:
    ' (sans distinction de casse)|longueur de |toujours|jamais| (vide compris)| (vide compte pour 0)|vrai|faux|vide|Priorité|Nom',
  arithmetic: 'modulo|le plus petit de|le plus grand de|suivi de',
  group: ' ',
  decimal: ',',
  units: 'jour/jours|semaine/semaines|mois/mois|an/ans',
  days: "aujourd'hui|il y a …|dans …|début de …|cette semaine/la semaine dernière/la semaine prochaine/la semaine|ce mois/le mois dernier/le mois prochain/le mois|ce trimestre/le trimestre dernier/le trimestre prochain/le trimestre|cette année/l'année dernière/l'année prochaine/l'année",
  actions: {},
});

/** Spanish. */
export const ES = wordedLexicon({
  language: 'es',
  frames:
    'Cuando {condition}: {actions}.|Para cada registro: {actions}.|Registros donde {condition}.|Todos los registros.',
  joints: ' y | o |, |no | y ',
  operators:
    'es/no es|es mayor que/no es mayor que|es al menos/no es al menos|es menor que/no es menor que|es como máximo/no es como máximo|es posterior a/no es posterior a|es a partir de/no es a partir de|es anterior a/no es anterior a|es hasta/no es hasta|es exactamente/no es exactamente|es uno de/no es ninguno de|incluyen/no incluyen|contiene exactamente/no contiene exactamente|contiene/no contiene|contienen/no contienen|empieza por/no empieza por|termina en/no termina en|coincide con/no coincide con|está entre/no está entre|está estrictamente entre/no está estrictamente entre|se cumple/no se cumple',
  states:
    'está vacío|está relleno|está vacío o es 0|está relleno y no es 0|es verdadero|no es verdadero|es nulo|no es nulo',
  notes:
    ' (sin distinguir mayúsculas)|longitud de |siempre|nunca| (vacío incluido)| (vacío cuenta como 0)|verdadero|falso|vacío|Prioridad|Nombre',
  arithmetic: 'módulo|el menor de|el mayor de|seguido de',
  group: '.',
  decimal: ',',
  units: 'día/días|semana/semanas|mes/meses|año/años',
  days: 'hoy|hace …|dentro de …|inicio de …|esta semana/la semana pasada/la próxima semana/la semana|este mes/el mes pasado/el próximo mes/el mes|este trimestre/el trimestre pasado/el próximo trimestre/el trimestre|este año/el año pasado/el próximo año/el año',
  actions: {
    addTag: 'añadir la etiqueta {value}',
    removeTag: 'quitar la etiqueta {value}',
    setValue: 'establecer {field} en {value}',
    clearValue: 'vaciar {field}',
    copyValue: 'copiar {from} en {to}',
    upperCase: 'escribir {field} en mayúsculas',
    lowerCase: 'escribir {field} en minúsculas',
    trim: 'quitar los espacios alrededor de {field}',
    replaceText: 'sustituir {find} por {replace} en {field}',
    maskValue: 'enmascarar {field}',
    flag: 'señalar para revisión como {reason}',
  },
});

/** Italian. */
export const IT = wordedLexicon({
  language: 'it',
  frames: 'Quando {condition}: {actions}.|Per ogni record: {actions}.|Record in cui {condition}.|Tutti i record.',
  joints: ' e | o |, |non | e ',
  operators:
    'è/non è|è maggiore di/non è maggiore di|è almeno/non è almeno|è minore di/non è minore di|è al massimo/non è al massimo|è dopo/non è dopo|è a partire da/non è a partire da|è prima di/non è prima di|è al più tardi/non è al più tardi|è esattamente/non è esattamente|è uno tra/non è nessuno tra|includono/non includono|contiene esattamente/non contiene esattamente|contiene/non contiene|contengono/non contengono|inizia con/non inizia con|finisce con/non finisce con|corrisponde a/non corrisponde a|è compreso tra/non è compreso tra|è strettamente compreso tra/non è strettamente compreso tra|vale/non vale',
  states: 'è vuoto|è compilato|è vuoto o 0|è compilato e non 0|è vero|non è vero|è nullo|non è nullo',
  notes:
    ' (maiuscole e minuscole uguali)|lunghezza di |sempre|mai| (vuoto incluso)| (vuoto vale 0)|vero|falso|vuoto|Priorità|Nome',
  arithmetic: 'modulo|il minore tra|il maggiore tra|seguito da',
  group: '.',
  decimal: ',',
  units: 'giorno/giorni|settimana/settimane|mese/mesi|anno/anni',
  days: 'oggi|… fa|tra …|inizio di …|questa settimana/la settimana scorsa/la prossima settimana/la settimana|questo mese/il mese scorso/il prossimo mese/il mese|questo trimestre/il trimestre scorso/il prossimo trimestre/il trimestre|questo anno/l’anno scorso/il prossimo anno/l’anno',
  actions: {
    addTag: 'aggiungere il tag {value}',
    removeTag: 'rimuovere il tag {value}',
    setValue: 'impostare {field} su {value}',
    clearValue: 'svuotare {field}',
    copyValue: 'copiare {from} in {to}',
    upperCase: 'scrivere {field} in maiuscolo',
    lowerCase: 'scrivere {field} in minuscolo',
    trim: 'togliere gli spazi attorno a {field}',
    replaceText: 'sostituire {find} con {replace} in {field}',
    maskValue: 'mascherare {field}',
    flag: 'segnalare per revisione come {reason}',
  },
});

/** Portuguese. */
export const PT = wordedLexicon({
  language: 'pt',
  frames:
    'Quando {condition}: {actions}.|Para cada registro: {actions}.|Registros em que {condition}.|Todos os registros.',
  joints: ' e | ou |, |não | e ',
  operators:
    'é/não é|é maior que/não é maior que|é no mínimo/não é no mínimo|é menor que/não é menor que|é no máximo/não é no máximo|é depois de/não é depois de|é a partir de/não é a partir de|é antes de/não é antes de|é até/não é até|é exatamente/não é exatamente|é um de/não é nenhum de|incluem/não incluem|contém exatamente/não contém exatamente|contém/não contém|contêm/não contêm|começa com/não começa com|termina em/não termina em|corresponde a/não corresponde a|está entre/não está entre|está estritamente entre/não está estritamente entre|vale/não vale',
  states:
    'está vazio|está preenchido|está vazio ou é 0|está preenchido e não é 0|é verdadeiro|não é verdadeiro|é nulo|não é nulo',
  notes:
    ' (maiúsculas e minúsculas iguais)|comprimento de |sempre|nunca| (vazio incluído)| (vazio conta como 0)|verdadeiro|falso|vazio|Prioridade|Nome',
  arithmetic: 'módulo|o menor de|o maior de|seguido de',
  group: '.',
  decimal: ',',
  units: 'dia/dias|semana/semanas|mês/meses|ano/anos',
  days: 'hoje|há …|daqui a …|início de …|esta semana/a semana passada/a próxima semana/a semana|este mês/o mês passado/o próximo mês/o mês|este trimestre/o trimestre passado/o próximo trimestre/o trimestre|este ano/o ano passado/o próximo ano/o ano',
  actions: {
    addTag: 'adicionar a etiqueta {value}',
    removeTag: 'remover a etiqueta {value}',
    setValue: 'definir {field} como {value}',
    clearValue: 'limpar {field}',
    copyValue: 'copiar {from} para {to}',
    upperCase: 'escrever {field} em maiúsculas',
    lowerCase: 'escrever {field} em minúsculas',
    trim: 'remover os espaços em volta de {field}',
    replaceText: 'substituir {find} por {replace} em {field}',
    maskValue: 'mascarar {field}',
    flag: 'sinalizar para revisão como {reason}',
  },
});

/** Dutch. */
export const NL = wordedLexicon({
  language: 'nl',
  frames: 'Als {condition}: {actions}.|Voor elk record: {actions}.|Records waarbij {condition}.|Alle records.',
  joints: ' en | of |, |niet | en ',
  operators:
    'is/is niet|is groter dan/is niet groter dan|is minstens/is niet minstens|is kleiner dan/is niet kleiner dan|is hoogstens/is niet hoogstens|is na/is niet na|is vanaf/is niet vanaf|is voor/is niet voor|is uiterlijk/is niet uiterlijk|is precies/is niet precies|is een van/is geen van|bevatten/bevatten niet|bevat precies/bevat niet precies|bevat/bevat niet|omvatten/omvatten niet|begint met/begint niet met|eindigt op/eindigt niet op|voldoet aan het patroon/voldoet niet aan het patroon|is tussen/is niet tussen|is strikt tussen/is niet strikt tussen|geldt/geldt niet',
  states: 'is leeg|is ingevuld|is leeg of 0|is ingevuld en niet 0|is waar|is niet waar|is null|is niet null',
  notes:
    ' (hoofdletters maken niet uit)|lengte van |altijd|nooit| (ook als leeg)| (leeg telt als 0)|waar|onwaar|leeg|Prioriteit|Naam',
  arithmetic: 'modulo|de kleinste van|de grootste van|gevolgd door',
  group: '.',
  decimal: ',',
  units: 'dag/dagen|week/weken|maand/maanden|jaar/jaar',
  days: 'vandaag|… geleden|over …|begin van …|deze week/vorige week/volgende week/de week|deze maand/vorige maand/volgende maand/de maand|dit kwartaal/vorig kwartaal/volgend kwartaal/het kwartaal|dit jaar/vorig jaar/volgend jaar/het jaar',
  actions: {
    addTag: 'voeg tag {value} toe',
    removeTag: 'verwijder tag {value}',
    setValue: '{field} op {value} zetten',
    clearValue: '{field} leegmaken',
    copyValue: '{from} naar {to} kopiëren',
    upperCase: '{field} in hoofdletters schrijven',
    lowerCase: '{field} in kleine letters schrijven',
    trim: 'spaties rond {field} verwijderen',
    replaceText: '{find} door {replace} vervangen in {field}',
    maskValue: '{field} maskeren',
    flag: 'ter controle melden als {reason}',
  },
});

/** Danish. */
export const DA = wordedLexicon({
  language: 'da',
  frames: 'Når {condition}: {actions}.|For hver post: {actions}.|Poster hvor {condition}.|Alle poster.',
  joints: ' og | eller |, |ikke | og ',
  operators:
    'er/er ikke|er større end/er ikke større end|er mindst/er ikke mindst|er mindre end/er ikke mindre end|er højst/er ikke højst|er efter/er ikke efter|er fra og med/er ikke fra og med|er før/er ikke før|er senest/er ikke senest|er præcis/er ikke præcis|er en af/er ingen af|omfatter/omfatter ikke|indeholder præcis/indeholder ikke præcis|indeholder/indeholder ikke|indeholder/indeholder ikke|starter med/starter ikke med|slutter på/slutter ikke på|matcher mønsteret/matcher ikke mønsteret|er mellem/er ikke mellem|er strengt mellem/er ikke strengt mellem|gælder/gælder ikke',
  states: 'er tom|er udfyldt|er tom eller 0|er udfyldt og ikke 0|er sand|er ikke sand|er null|er ikke null',
  notes:
    ' (uanset store og små bogstaver)|længden af |altid|aldrig| (også når tom)| (tom tæller som 0)|sand|falsk|tom|Prioritet|Navn',
  arithmetic: 'modulo|den mindste af|den største af|efterfulgt af',
  group: '.',
  decimal: ',',
  units: 'dag/dage|uge/uger|måned/måneder|år/år',
  days: 'i dag|for … siden|om …|starten af …|denne uge/sidste uge/næste uge/ugen|denne måned/sidste måned/næste måned/måneden|dette kvartal/sidste kvartal/næste kvartal/kvartalet|dette år/sidste år/næste år/året',
  actions: {
    addTag: 'tilføj tagget {value}',
    removeTag: 'fjern tagget {value}',
    setValue: 'sæt {field} til {value}',
    clearValue: 'ryd {field}',
    copyValue: 'kopiér {from} til {to}',
    upperCase: 'skriv {field} med store bogstaver',
    lowerCase: 'skriv {field} med små bogstaver',
    trim: 'fjern mellemrum omkring {field}',
    replaceText: 'erstat {find} med {replace} i {field}',
    maskValue: 'maskér {field}',
    flag: 'markér til gennemsyn som {reason}',
  },
});

/** Swedish. */
export const SV = wordedLexicon({
  language: 'sv',
  frames: 'När {condition}: {actions}.|För varje post: {actions}.|Poster där {condition}.|Alla poster.',
  joints: ' och | eller |, |inte | och ',
  operators:
    'är/är inte|är större än/är inte större än|är minst/är inte minst|är mindre än/är inte mindre än|är högst/är inte högst|är efter/är inte efter|är från och med/är inte från och med|är före/är inte före|är senast/är inte senast|är exakt/är inte exakt|är en av/är ingen av|omfattar/omfattar inte|innehåller exakt/innehåller inte exakt|innehåller/innehåller inte|innehåller/innehåller inte|börjar med/börjar inte med|slutar på/slutar inte på|matchar mönstret/matchar inte mönstret|är mellan/är inte mellan|är strikt mellan/är inte strikt mellan|gäller/gäller inte',
  states: 'är tom|är ifylld|är tom eller 0|är ifylld och inte 0|är sann|är inte sann|är null|är inte null',
  notes:
    ' (oavsett versaler och gemener)|längden av |alltid|aldrig| (även när tom)| (tom räknas som 0)|sann|falsk|tom|Prioritet|Namn',
  arithmetic: 'modulo|den minsta av|den största av|följt av',
  group: ' ',
  decimal: ',',
  units: 'dag/dagar|vecka/veckor|månad/månader|år/år',
  days: 'i dag|för … sedan|om …|början av …|denna vecka/förra veckan/nästa vecka/veckan|denna månad/förra månaden/nästa månad/månaden|detta kvartal/förra kvartalet/nästa kvartal/kvartalet|detta år/förra året/nästa år/året',
  actions: {
    addTag: 'lägg till taggen {value}',
    removeTag: 'ta bort taggen {value}',
    setValue: 'sätt {field} till {value}',
    clearValue: 'töm {field}',
    copyValue: 'kopiera {from} till {to}',
    upperCase: 'skriv {field} med versaler',
    lowerCase: 'skriv {field} med gemener',
    trim: 'ta bort blanksteg runt {field}',
    replaceText: 'ersätt {find} med {replace} i {field}',
    maskValue: 'maskera {field}',
    flag: 'flagga för granskning som {reason}',
  },
});

/** Chinese. */
export const ZH = wordedLexicon({
  language: 'zh',
  frames: '当{condition}时：{actions}。|对每条记录：{actions}。|{condition}的记录。|所有记录。',
  joints: ' 且 | 或 |、|非 | 和 ',
  operators:
    '为/不为|大于/不大于|至少为/并非至少为|小于/不小于|至多为/并非至多为|晚于/不晚于|不早于/早于|早于/不早于|不晚于/晚于|恰好为/并非恰好为|为其中之一/不为其中任何一个|包括/不包括|恰好包含/不恰好包含|包含/不包含|包含/不包含|开头为/开头不为|结尾为/结尾不为|匹配/不匹配|介于/不介于|严格介于/不严格介于|成立/不成立',
  states: '为空|不为空|为空或为 0|不为空且不为 0|为真|不为真|为 null|不为 null',
  notes: '（不区分大小写）|长度：|总是|从不|（包括空值）|（空值按 0 计）|真|假|空|优先级|名称',
  arithmetic: '除以后的余数|其中最小的|其中最大的|接着',
  group: ',',
  decimal: '.',
  units: '天/天|周/周|个月/个月|年/年',
  days: '今天|…前|…后|…开始之日|本周/上周/下周/该周|本月/上月/下月/该月|本季度/上季度/下季度/该季度|今年/去年/明年/该年',
  actions: {
    addTag: '添加标签{value}',
    removeTag: '移除标签{value}',
    setValue: '将{field}设为{value}',
    clearValue: '清空{field}',
    copyValue: '将{from}复制到{to}',
    upperCase: '将{field}转为大写',
    lowerCase: '将{field}转为小写',
    trim: '去除{field}两端的空格',
    replaceText: '将{field}中的{find}替换为{replace}',
    maskValue: '屏蔽{field}',
    flag: '标记待审核：{reason}',
  },
});

/** Japanese: the sentence keeps the order subject, operator, value, set off by colons. */
export const JA = wordedLexicon({
  language: 'ja',
  frames:
    '条件 {condition} の場合：{actions}。|すべてのレコード：{actions}。|条件 {condition} に合うレコード。|すべてのレコード。',
  joints: ' かつ | または |、|否定 | と ',
  operators:
    '＝/≠|＞/＞ではない|≧/≧ではない|＜/＜ではない|≦/≦ではない|より後：/より後ではない：|以降：/以降ではない：|より前：/より前ではない：|以前：/以前ではない：|完全一致：/完全一致ではない：|いずれか：/いずれでもない：|含む：/含まない：|そのまま含む：/そのまま含まない：|含む：/含まない：|要素に含む：/要素に含まない：|先頭：/先頭ではない：|末尾：/末尾ではない：|パターン一致：/パターン不一致：|範囲：/範囲外：|範囲（両端を除く）：/範囲外（両端を除く）：|成立/不成立',
  states: 'が空|が入力済み|が空または 0|が入力済みで 0 以外|が真|が真ではない|が null|が null ではない',
  notes: '（大文字小文字を区別しない）|の長さ：|常に|決して|（空を含む）|（空は 0 とする）|真|偽|空|優先度|名前',
  arithmetic: '剰余|最小：|最大：|続けて',
  group: ',',
  decimal: '.',
  units: '日/日|週間/週間|か月/か月|年/年',
  days: '今日|…前|…後|…の初日|今週/先週/来週/その週|今月/先月/来月/その月|今四半期/前四半期/次の四半期/その四半期|今年/昨年/来年/その年',
  actions: {
    addTag: '{value} タグを追加',
    removeTag: '{value} タグを削除',
    setValue: '{field} を {value} に設定',
    clearValue: '{field} を消去',
    copyValue: '{from} を {to} にコピー',
    upperCase: '{field} を大文字に',
    lowerCase: '{field} を小文字に',
    trim: '{field} の前後の空白を除去',
    replaceText: '{field} の {find} を {replace} に置換',
    maskValue: '{field} をマスク',
    flag: '確認対象：{reason}',
  },
});
