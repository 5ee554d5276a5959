"""Vietnamese: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="vi",
    from_labels=("Từ", "Người gửi"),
    sent_labels=("Đã gửi", "Ngày", "Ngày gửi", "Thời gian gửi"),
    to_labels=("Đến", "Tới", "Người nhận"),
    subject_labels=("Chủ đề", "Tiêu đề"),
    cc_labels=("Cc", "Sao chép"),
    other_labels=("Trả lời tới", "Đính kèm"),
    attribution_leads=("Vào", "Lúc", "Ngày"),
    attribution_verbs=("đã viết", "viết"),
    attribution_intros=("Trích dẫn",),
    weekdays=(
        "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật", "Th 2", "Th 3", "Th 4",
        "Th 5", "Th 6", "Th 7", "CN",
    ),
    original=("Thư gốc", "Tin nhắn gốc", "Thông điệp gốc"),
    forwarded=("Thư được chuyển tiếp", "Thư chuyển tiếp", "Bắt đầu thư được chuyển tiếp"),
    greetings=(
        "Chào", "Xin chào", "Kính gửi", "Chào anh", "Chào chị", "Chào bạn", "Thân gửi", "Dear anh",
        "Dear chị",
    ),
    calls=("Xin chào", "Chào bạn"),
    titles=("anh", "chị", "ông", "bà", "bạn"),
    closings=(
        "Trân trọng", "Thân mến", "Kính thư", "Trân trọng cảm ơn", "Thân ái", "Chúc một ngày tốt lành",
    ),
    thanks=("Cảm ơn", "Xin cảm ơn", "Cám ơn", "Cảm ơn nhiều"),
    mobile=("Đã gửi từ", "Được gửi từ", "Gửi từ", "Tải Outlook cho", "Nhận Outlook cho"),
    disclaimers=("Email này", "Thư này", "Thông tin trong email"),
    banners=("Hãy bảo vệ môi trường",),
    notice_subjects=("email", "thư", "thông tin", "tập tin"),
    notice_cues=("bảo mật", "người nhận", "nhầm", "xóa", "nghiêm cấm", "trái phép"),
    contact=("ĐT", "Điện thoại", "Di động", "Công ty", "TNHH", "Giám đốc", "Phòng", "Địa chỉ"),
    list_footers=("Bạn nhận được thư này", "Hủy đăng ký"),
    postscripts=("TB", "T.B."),
    reply_markers=("Vui lòng trả lời phía trên dòng này", "Trả lời phía trên dòng này"),
    outside=("bên ngoài", "ngoài tổ chức"),
    first_person=("tôi", "của tôi"),
    scan_notes=("Email này", "Thư này", "E-mail này", "Không có vi-rút", "Không có virus"),
    viruses=("virus", "vi-rút", "vi rút"),
)  # fmt: skip
