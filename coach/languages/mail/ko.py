"""Korean: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="ko",
    from_labels=("보낸 사람", "보낸사람", "발신", "보낸이"),
    sent_labels=("보낸 날짜", "보낸날짜", "날짜", "보냄", "일시"),
    to_labels=("받는 사람", "받는사람", "수신", "받는이"),
    subject_labels=("제목",),
    cc_labels=("참조",),
    other_labels=("회신 주소", "첨부 파일", "중요도"),
    attribution_verbs=("작성", "님이 작성", "님이 씀", "에 작성", "님이 썼습니다", "님의 말"),
    attribution_intros=("인용",),
    weekdays=("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    original=("원본 메시지", "원본메시지", "원본 메일", "Original Message"),
    forwarded=("전달된 메시지", "전달된 메일", "전달한 메시지"),
    greetings=("안녕하세요", "안녕하십니까", "수고하십니다", "친애하는", "존경하는"),
    calls=("안녕하세요",),
    greeting_suffixes=("님", "씨", "귀하"),
    titles=("님", "씨"),
    closings=("감사합니다", "고맙습니다", "수고하세요", "안녕히 계세요", "드림", "올림", "좋은 하루 되세요"),
    thanks=("미리 감사드립니다",),
    mobile=(
        "나의 iPhone에서 보냄", "나의 iPad에서 보냄", "내 iPhone에서 보냄", "Android용 Outlook 다운로드", "iOS용 Outlook 다운로드",
        "Samsung Galaxy 스마트폰에서 보냈습니다", "내 Galaxy에서 보냄",
    ),
    disclaimers=("본 메일은", "이 메일은", "본 이메일은"),
    banners=("환경을 생각",),
    notice_subjects=("메일", "이메일", "첨부"),
    notice_cues=("기밀", "수신인", "비밀", "삭제", "무단", "금지"),
    contact=("전화", "휴대폰", "팩스", "주식회사", "(주)", "이사", "대표", "부장", "과장"),
    list_footers=("수신거부", "이 메일을 받은 이유"),
    postscripts=("추신",),
    reply_markers=("이 줄 위에 회신해 주세요", "이 줄 위에 답장을 작성하세요"),
    outside=("외부", "외부에서"),
    first_person=("저는", "제가", "저의"),
    scan_notes=("이 이메일은", "이 전자 메일은", "이 메일은", "이 메시지는", "바이러스 없음", "바이러스가 없음", "바이러스가 없습니다"),
    viruses=("바이러스", "바이러스를", "바이러스가"),
)  # fmt: skip
