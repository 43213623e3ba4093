"""What stands between a subject and its verbs: on whose word, in whose name, when, within what, how, and the modal.

"A, theo đề nghị của B, có trách nhiệm kịp thời kiểm tra …": all between A and "kiểm tra" is passed over. Where a phrase
may go on for long, only certain verbs end it; else it would run past the predicate.
"""

from __future__ import annotations

_ON_WHOSE_WORD = (
    r"(?:tự mình hoặc )?theo (?:đề nghị|giới thiệu|kiến nghị|ủy quyền|phân công|chỉ đạo|yêu cầu) của [^;.]{1,260}?,?"
    r"(?= (?:quyết định|phê chuẩn|phê duyệt|ban hành|bổ nhiệm|xem xét|chỉ định|chấp thuận|thực hiện"
    r"|tổ chức(?! chính trị| xã hội)))",
    r"trực tiếp hoặc thông qua [^,;.]{3,80}?(?= (?:chuyển|gửi|báo cáo|thực hiện|tổ chức|kiến nghị|đề nghị))",
    r"không phụ thuộc vào(?: \w+){2,7}?(?= (?:đăng ký|cấp|giải quyết|tiếp nhận))",
    r"sau khi (?:thống nhất|trao đổi|có ý kiến thống nhất) với [^;.]{3,80}?,?"
    r"(?= (?:quyết định|ban hành|phê duyệt|chỉ đạo|tổ chức|trình|báo cáo|đề xuất))",
    r"tự mình(?: hoặc trên cơ sở [^,;.]{3,60}?(?<!cơ quan)(?= (?:báo cáo|trình|đề xuất|quyết định)))?",
    r"tự mình hoặc(?= phối hợp)",
    r"với sự (?:tham gia|phối hợp|chứng kiến|đồng ý) của [^,;.]{3,120},",
    r"theo quy định của [^,;.]{3,60}? về(?= thực hiện việc)",
    r"theo [^,;.]{3,80}?,(?= (?:có trách nhiệm|chịu trách nhiệm))",
)
_WHAT_IT_IS = (
    r"(?:gồm [^;.]{3,160}?|(?:ở cấp chính quyền địa phương )?do [^;.]{3,60}? bầu(?: ra)?),(?= là )",
    r"là [^;.]{3,160}?,(?= (?:là|đại diện|quyết định|giám sát|tổ chức thi hành|giúp|lãnh đạo|chịu|thực hiện|tham mưu"
    r"|có trách nhiệm|có nhiệm vụ|quản lý|có chức năng))",
    r"là (?:cơ quan|tổ chức|đơn vị) (?:của|thuộc) [^,;.:]{2,40}?(?= thực hiện chức năng )",
    r"là (?:cơ quan|tổ chức|đơn vị|người)(?: đầu mối| chuyên môn| thường trực)?"
    r"(?= (?:giúp|tham mưu|chịu trách nhiệm|đề nghị|đề xuất|quyết định|phê duyệt|thẩm định) )",
)
_IN_WHOSE_NAME = (
    r"cùng (?:với )?(?:các )?[^,;.]{3,60}?(?= (?:chịu trách|thực hiện|tổ chức|quyết định|chủ trì))",
    r"đại diện cho [^;.]{2,120}?,(?= (?:quyết định|giám sát|chịu|thực hiện))",
    r"đại diện cho [^,;.]{2,60}?(?= thực hiện)",
    r"hoặc theo phân cấp, ủy quyền",
    r"thay mặt [^,;.]{2,60}? hoặc(?= ủy quyền)",
    r"được [^,;.]{3,60}? ủy nhiệm",
    r"hoặc được ủy quyền(?= (?:phối hợp|ra quyết|quyết định|thực hiện))",
    r"thay mặt (?:[^,;.]{2,60}?)(?= (?:thực hiện|giám sát|kiểm tra|quyết định|ký|giữ|tổ chức|lãnh đạo|điều hành))",
    r"được thay mặt [^,;.]{0,60}?(?=quyết định|thực hiện)",
)
_WHEN = (
    r"(?-i:khi) [^;.]{3,200}? thì(?= )",
    r"trong thời gian [^,;.]{3,40}? không họp(?= (?:xem xét|quyết định|chấp thuận|phê chuẩn))",
    r"trong thời hạn [^;.]{3,120}?(?:,(?= (?:phải|có trách nhiệm))|(?= (?:phải|có trách nhiệm) ))",
    r"trong thời hạn (?:[^,;.]{3,120},|(?:không quá |tối đa )?\d+ (?:ngày"
    r"|tháng)(?: làm việc)?(?: kể từ ngày nhận (?:được"
    r"|đủ) (?:hồ sơ|đề nghị|văn bản)(?: hợp lệ)?)?)(?= (?:thẩm định|phê duyệt|quyết định|cấp|trình|gửi|thông báo"
    r"|báo cáo"
    r"|xem xét|ban hành|tổ chức|kiểm tra|lập|trả lời|xác nhận) )",
    r"trường hợp cần thiết(?! phải),?",
    r"(?:đang|khi) thi hành (?:công vụ|nhiệm vụ),?",
    r"(?:sau khi|trước khi|trong quá trình) [^,;.]{3,160},(?= (?:có trách nhiệm|phải|quyết định|cấp|ban hành|trình"
    r"|thông báo|báo cáo|tổ chức|gửi|phê duyệt|công bố|lập) )",
    r"mỗi năm \d+ lần",
    r"trước ngày \d+(?: tháng |/)\d+(?: (?:hằng|hàng) năm| của năm [^,;.]{3,20}?(?= tổng hợp| báo cáo| gửi))?",
    r"định kỳ(?: (?:hằng|hàng) (?:năm|tháng|quý))? hoặc đột xuất",
    r"định kỳ (?:\d+|ba|sáu) (?:tháng|năm|quý)(?: một lần)?"
    r"(?:(?:,| và|, và) (?:(?:hằng|hàng) (?:năm|quý|tháng)|\d+ năm)){0,2}",
)
_WITHIN_WHAT = (
    r"trong phạm vi (?:nhiệm vụ, |chức năng, )*(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền)[^,;.]{0,40}?"
    r"(?:,|(?<=của mình)(?= )|(?= (?:có trách nhiệm|chịu trách nhiệm|có quyền|quyết định|thực hiện)))",
    r"theo phạm vi, thẩm quyền(?: được giao)?",
    r"căn cứ [^;.,]{3,80}?(?= (?-i:ban hành|quyết định|phê duyệt|có trách nhiệm|tổ chức|xem xét) (?!của|này))",
    r"căn cứ [^;.]{0,200}?(?:,| để(?= ))",
    r"trên cơ sở [^;.,]{3,120}?,",
    r"theo (?:chức năng|nhiệm vụ|quyền hạn)(?:, (?:nhiệm vụ|quyền hạn))*(?: được giao| của mình)?",
    r"theo thẩm quyền|theo phân cấp",
)
_MODAL = (
    r"còn(?= (?:có (?:thể|quyền|trách nhiệm|nhiệm vụ)|phải|được) )",
    r"được|phải|có thể|sẽ|cần|làm nhiệm vụ|có kế hoạch|làm thủ tục|họp để",
    r"có trách nhiệm trong(?= việc)",
    r"tự chủ trong(?= việc)",
    r"có quyền và được tạo điều kiện|có trách nhiệm|có quyền|có thẩm quyền|có nhiệm vụ|có nghĩa vụ|có chức năng"
    r"|chịu(?! trách nhiệm)|quyền|việc",
    r"có(?! văn bản| ý kiến)",
)
_HOW = (
    r"đồng thời|trực tiếp|kịp thời|khẩn trương|thường xuyên|chủ động|quan tâm|nhanh chóng|cụ thể|trước tiên",
    r"hằng tháng|hàng tháng|hằng quý|định kỳ|hằng năm|hàng năm|đột xuất|tiếp tục|cũng|và|cùng|tự",
    r"thống nhất(?! (?:quản lý|ý kiến))|chỉ(?! đạo| định)",
)
PASSED_OVER = (
    "(?:(?:"
    + "|".join((*_ON_WHOSE_WORD, *_WHAT_IT_IS, *_IN_WHOSE_NAME, *_WHEN, *_WITHIN_WHAT, *_MODAL, *_HOW))
    + r")(?!\w)\s*(?:,|(?<=nhiệm):(?= [a-zà-ỹđ]))?\s*)*"
)
"""A pattern, for use without regard to case, of all that is passed over; it may match nothing."""
