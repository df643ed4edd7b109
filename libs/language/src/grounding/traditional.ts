import type { Lexicon } from './lexicon';

/** Characters as they are simplified and as they are written in full, in pairs. */
const PAIRS =
  '爱愛罢罷备備贝貝笔筆币幣闭閉边邊变變标標别別宾賓补補参參残殘产產长長偿償场場厂廠车車陈陳称稱诚誠迟遲齿齒冲衝处處传傳创創词詞从從达達带帶单單担擔当當导導岛島灯燈敌敵递遞点點电電订訂顶頂东東动動断斷对對队隊吨噸额額儿兒发發罚罰烦煩范範贩販费費纷紛丰豐风風复復妇婦负負该該盖蓋赶趕刚剛岗崗个個给給构構购購够夠顾顧关關观觀馆館惯慣规規柜櫃贵貴国國过過汉漢号號还還护護华華画畫怀懷坏壞欢歡环環换換会會货貨获獲机機积積级級极極纪紀记記际際继繼计計绩績价價坚堅间間监監检檢减減简簡将將讲講奖獎酱醬胶膠阶階节節结結紧緊进進尽盡经經惊驚旧舊据據决決军軍开開课課库庫块塊矿礦宽寬扩擴来來兰蘭蓝藍览覽劳勞乐樂类類离離礼禮里裡历歷丽麗连連联聯练練粮糧两兩疗療邻鄰临臨龄齡领領楼樓录錄陆陸虑慮绿綠乱亂轮輪论論罗羅马馬吗嗎买買卖賣满滿贸貿没沒门門们們梦夢难難内內拟擬农農诺諾欧歐盘盤赔賠凭憑评評频頻齐齊骑騎启啟气氣迁遷签簽钱錢枪槍强強桥橋亲親轻輕倾傾请請庆慶穷窮区區权權劝勸确確让讓热熱认認荣榮软軟润潤伞傘扫掃杀殺闪閃伤傷赏賞烧燒设設声聲胜勝圣聖师師实實识識时時势勢适適释釋寿壽输輸书書术術树樹数數双雙谁誰税稅顺順说說丝絲诉訴虽雖随隨岁歲孙孫损損缩縮态態谈談汤湯讨討题題体體条條贴貼铁鐵听聽厅廳统統头頭图圖团團维維纬緯围圍为為伟偉卫衛温溫闻聞问問无無务務误誤习習细細戏戲现現线線县縣乡鄉项項响響销銷协協写寫谢謝兴興须須许許续續选選学學寻尋询詢训訓讯訊压壓亚亞严嚴盐鹽验驗样樣养養药藥业業页頁医醫仪儀亿億忆憶义義艺藝议議译譯异異阴陰银銀饮飲应應营營赢贏优優邮郵游遊鱼魚与與语語预預员員园園圆圓远遠愿願约約运運云雲杂雜灾災载載暂暫脏髒则則责責择擇赠贈张張账賬这這针針侦偵镇鎮阵陣争爭证證织織职職执執纸紙质質钟鐘终終种種众眾昼晝专專砖磚转轉装裝状狀准準资資总總组組钻鑽闲閒阅閱驾駕驻駐驳駁韩韓颗顆颜顏飞飛馈饋饭飯鸡雞黄黃龙龍亏虧仓倉仅僅余餘侧側俩倆债債储儲兑兌兽獸册冊净淨凉涼击擊划劃刘劉删刪剧劇办辦励勵勋勳匀勻厕廁叶葉吁籲呜嗚咏詠哑啞唤喚坝壩坟墳垒壘垫墊墙牆壳殼奋奮妆妝宁寧宝寶审審宫宮尔爾层層属屬岂豈帅帥帐帳帮幫庄莊庐廬弃棄弹彈归歸彻徹忧憂怜憐恋戀恶惡悬懸惧懼户戶扑撲扬揚抛拋报報拥擁挂掛挥揮捞撈搁擱携攜摄攝撑撐斗鬥旷曠显顯晓曉档檔桩樁榄欖横橫毁毀毕畢汇匯沟溝泪淚洁潔测測济濟浓濃涂塗涨漲渐漸湾灣湿濕溃潰滞滯灭滅灵靈炉爐炼煉烂爛烟煙爷爺牵牽犹猶狱獄独獨狭狹狮獅猎獵猪豬献獻玛瑪玺璽珑瓏疯瘋盗盜着著矫矯码碼础礎祸禍稳穩窝窩竞競筑築粪糞纠糾红紅纤纖纯純纲綱纳納纵縱纹紋纺紡绍紹绑綁绕繞绘繪络絡绝絕绪緒综綜缓緩编編缘緣缝縫缴繳网網聪聰肃肅肠腸胀脹胁脅脉脈脑腦脚腳脱脫脸臉腾騰舰艦艰艱芦蘆苏蘇苹蘋荐薦荡蕩莱萊萤螢萧蕭虚虛虫蟲虾蝦蚀蝕觉覺觅覓触觸访訪试試诗詩话話详詳诸諸读讀调調谊誼谋謀谱譜贡貢财財败敗贫貧贮貯贯貫贺賀赁賃赋賦赌賭赖賴赛賽赞贊赵趙趋趨跃躍践踐踪蹤轨軌轰轟轴軸辅輔辆輛辈輩辉輝辑輯辞辭辩辯违違逊遜遗遺郑鄭酿釀鉴鑒钉釘钢鋼钥鑰钩鉤钮鈕铃鈴铅鉛铜銅铝鋁铭銘铺鋪链鏈锁鎖锅鍋锋鋒锐銳错錯键鍵镜鏡阀閥阔闊阳陽险險隐隱雾霧静靜顿頓飘飄饥飢饰飾饱飽饼餅驱驅驶駛骗騙鲜鮮鸟鳥鸭鴨麦麥';
const IN_FULL = new Map(
  [...PAIRS].flatMap((simple, at, all) => (at % 2 === 0 ? [[simple, all[at + 1] ?? simple]] : [])),
);

/** Characters that are written in full in more ways than one. */
const OTHERWISE = new Map(
  [...'里裏着着复複发髮签籤周週制製并併占佔台臺只隻采採布佈余余启啓'].flatMap((simple, at, all) =>
    at % 2 === 0 ? [[simple, all[at + 1] ?? simple]] : [],
  ),
);

const written = (text: string, ...ways: readonly ReadonlyMap<string, string>[]): string =>
  [...text].map(simple => ways.map(way => way.get(simple)).find(full => full !== undefined) ?? simple).join('');

/** An entry, `word` or `word=meaning`, with the ways its word is written in full. */
function inFull(entry: string): readonly string[] {
  const at = entry.lastIndexOf('=');
  const [word, meaning] = at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at)];
  return [...new Set([word, written(word, IN_FULL), written(word, OTHERWISE, IN_FULL)])].map(way => way + meaning);
}

const listInFull = (list: string): string => list.split('|').flatMap(inFull).join('|');

function allInFull<T extends object>(lists: T): T {
  return Object.fromEntries(
    Object.entries(lists).map(([name, said]) => [
      name,
      typeof said === 'string'
        ? listInFull(said)
        : typeof said === 'object' && said !== null && !(said instanceof RegExp)
          ? allInFull(said as object)
          : said,
    ]),
  ) as T;
}

/** In a list whose order counts, the other ways of writing an entry stand beside it: `周一/週一`. */
const inPlace = (list: string): string =>
  list
    .split('|')
    .map(names => [...new Set(names.split('/').flatMap(inFull))].join('/'))
    .join('|');

/** A lexicon of simplified characters that knows its words in traditional ones too. */
export const withTraditional = (lexicon: Lexicon): Lexicon => ({
  ...allInFull(lexicon),
  months: inPlace(lexicon.months),
  ...(lexicon.weekdays !== undefined && { weekdays: inPlace(lexicon.weekdays) }),
});
