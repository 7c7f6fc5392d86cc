"""Names of fields, by what they say about a paper; parted by bars."""

TITLE = (
    "title|paper title|original title|english title|title (en)|name|论文标题"
    "|论文题目|标题|題目|题目|英文标题|原标题|论文名|论文名称|論文標題|標題|제목"
    "|논문 제목|논문명|원제|타이틀|タイトル|論文タイトル|論文名|原題|題名|표제"
    "|中文标题|中文题目|标题翻译|论文题名|한글 제목|번역 제목|영문 제목|논문제목"
    "|日本語タイトル|英語タイトル"
    "|titre|titel|título|titolo"
)
AUTHORS = (
    "author|authors|author(s)|by|written by|first author|lead author|作者|论文作者"
    "|作者列表|作者团队|作者信息|全部作者|所有作者|第一作者|著者|著者名|저자|저자들|지은이|글쓴이"
    "|작성자|작가|creator|creators|author names|authors list|author list"
    "|auteur|auteurs|autor|autoren|autor:innen|autor*innen|autorinnen und autoren"
    "|verfasser|autores|autore|autori"
)
ABSTRACT = (
    "abstract|original abstract|arxiv abstract|full abstract|paper abstract"
    "|english abstract|abs|摘要|原始摘要|原文摘要|英文摘要|论文摘要|文章摘要"
    "|中文摘要|摘要翻译|摘要译文|翻译摘要|摘要中文|摘要英文|摘要原文|原摘要|초록"
    "|원문 초록|초록 원문|영문 초록|한글 초록|국문 초록|초록 번역|논문 초록"
    "|アブストラクト|抄録|要旨|原文要旨|英文要旨|日本語要旨|アブスト"
    "|résumé|zusammenfassung|kurzfassung|resumen|resumo|riassunto"
)
TAGS = (
    "tag|tags|keyword|keywords|key words|category|categories|main category"
    "|primary category|all categories|secondary categories|subject|subjects"
    "|primary subject|topic|topics|area|areas"
    "|field|fields|arxiv category|arxiv categories|index terms|hashtags|标签|標籤"
    "|主要类别|主要分类|论文类别"
    "|关键词|關鍵詞|关键字|分类|分類|类别|類別|主分类|学科|学科分类|领域|研究领域"
    "|主题|主题词|匹配领域|태그|키워드|핵심어|분류|카테고리|분야|주제|연구 분야"
    "|タグ|キーワード|カテゴリ|カテゴリー|分野|トピック"
    "|étiquettes|mots-clés|mots clés|schlagwörter|schlagworte|stichwörter|etiquetas"
    "|palabras clave|palavras-chave|parole chiave"
)
DATE = (
    "date|dates|day|added|added on|date added|date read|read on|read date|read at"
    "|reading date|when|digest date|阅读日期|阅读时间|读于|읽은 날|읽은 날짜|추가일"
    "|추가 날짜|読んだ日|閲覧日|日期|时间|收录日期|入库时间|날짜"
    "|일자|日付|日榜|datum|fecha"
)
PUBLISHED = (
    "published|publish date|published date|publication date|published on"
    "|published at|date published|submitted|submission date|submitted on"
    "|date submitted|released|release date|posted|announced|announce date|updated"
    "|update date|last updated|updated on|pub date|pub. date|first published"
    "|created|发布日期|发表日期|发布时间|发表时间|提交日期|提交时间|投稿时间"
    "|更新日期|更新时间|公开日期|게시일|게재일|발행일|공개일|제출일|등록일|발표일"
    "|출판일|업데이트|작성일|投稿日|公開日|発表日|掲載日|提出日|更新日"
)
LINK = (
    "link|links|url|urls|arxiv|arxiv id|arxiv link|arxiv url|arxiv page|id|paper id"
    "|paper|papers|paper link|paper url|pdf|pdf link|pdf url|html|abs link"
    "|abstract page|source|full text|fulltext|download|read|read more|read paper"
    "|doi|huggingface|hf|hugging face|hf page|alphaxiv|resources|论文|论文链接|链接"
    "|論文鏈接|鏈接|原文|原文链接|地址|论文地址|下载|下载链接|来源|编号|论文编号"
    "|전체 링크|링크|논문|논문 링크|원문|원문 링크|주소|출처|바로가기|다운로드"
    "|リンク|論文|論文リンク|論文url|原論文|出典|元論文|アドレス"
    "|lien|liens|enlace|enlaces|quelle"
)
NOTE = (
    "summary|summaries|ai summary|llm summary|short summary|brief summary|brief"
    "|tl;dr|tldr|tl dr|in one sentence|one sentence summary|one-sentence summary"
    "|key points|key point|key findings|key insight|key insights|key takeaways"
    "|takeaway|takeaways|highlights|highlight|main contribution|contribution"
    "|contributions|motivation|method|methods|methodology|approach|result|results"
    "|conclusion|conclusions|background|problem|solution|significance|impact"
    "|why it matters|limitations|comment|comments|note|notes|remark|remarks|review"
    "|rating|ratings|score|scores|stars|votes|upvotes|relevance|relevance score"
    "|reason|reasoning|recommendation|journal|journal ref|venue|conference"
    "|affiliation|affiliations|institution|institutions|organization|code|github"
    "|project|project page|demo|dataset|type|version|license|details|description"
    "|introduction|intro|translation|总结|概要|概述|要点|核心要点|一句话总结"
    "|一句话要点|一句话|简介|简述|速览|ai摘要|ai总结|ai 摘要|ai 总结|智能摘要"
    "|中文总结|中文摘要总结|亮点|实验亮点|核心思想|核心贡献|主要贡献|贡献|创新点"
    "|主要内容|内容|动机|研究动机|方法|方法详解|研究方法|结果|实验结果|结论|背景"
    "|研究背景|问题|评分|评分理由|推荐理由|推荐指数|点评|评论|备注|代码|代码链接"
    "|机构|单位|研究机构|作者单位|期刊|会议|应用场景|关键图片|요약|한줄 요약"
    "|한 줄 요약|핵심 요약|ai 요약|요약문|핵심|핵심 내용|주요 내용|핵심 기여|기여"
    "|결과|결론|방법|방법론|배경|문제|의의|평가|점수|추천 이유|한계|코멘트|소속"
    "|metadata|meta|meta data|info|information|paper info|paper details|basic info"
    "|基本信息|论文信息|论文概况|기본 정보|논문 정보|메타데이터"
    "|서지 정보|書誌情報|基本情報"
    "|기관|학회|코드|비고|설명|要約|概要文|まとめ|一言で|一言|ひとことで言うと"
    "|ポイント|要点まとめ|背景と課題|手法|提案手法|実験結果|結論|考察|評価|所属"
    "|スコア|コメント|コード|新規性|課題|貢献|どんなもの？"
    "|先行研究と比べてどこがすごい？|技術や手法のキモはどこ？"
    "|どうやって有効だと検証した？|議論はある？|次に読むべき論文は？"
    "|感想|所感|解读|avis|mon avis|commentaire|commentaires|kommentar|anmerkung|meinung"
    "|comentario|comentários|commento"
)
ROW = (
    "#|no|no.|nr|num|index|rank|idx|n|⭐|🔗|star|序号|编号#|排名|순번|번호|순위"
    "|番号|順位|收藏"
)
