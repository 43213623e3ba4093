"""Questions of our own for timing: typed in every way people type, answerable or not.

They are asked once each, so no cache makes a second asking look fast. Their answers are not judged.
"""

from __future__ import annotations

WARM_UP: tuple[str, ...] = (
    "Ủy ban nhân dân xã có nhiệm vụ gì?",
    "hoi dong nhan dan tinh quyet dinh nhung gi",
    "Ai ký văn bản của UBND phường?",
)

COLD = "Cơ quan nào ở xã quyết định biện pháp phát triển kinh tế của địa phương?"

QUESTIONS: tuple[str, ...] = (
    "Cơ quan nào thông qua kế hoạch phát triển kinh tế hằng năm của xã?",
    "Hội đồng nhân dân tỉnh họp thường kỳ mấy lần một năm?",
    "Ai được ủy quyền cho trưởng phòng ở xã ký giấy tờ?",
    "Chủ tịch UBND tỉnh có được đình chỉ văn bản trái luật của UBND xã không?",
    "Phân cấp khác ủy quyền ở chỗ nào?",
    "Phân quyền cho chính quyền địa phương phải quy định ở loại văn bản nào?",
    "Một phường có tối đa bao nhiêu phó chủ tịch Ủy ban nhân dân?",
    "Đặc khu thuộc cấp hành chính nào?",
    "Điều 5 Luật 72/2025 nói về gì?",
    "khoản 1 điều 12 luật 72",
    "Nhiệm kỳ của Hội đồng nhân dân là mấy năm?",
    "Ai triệu tập kỳ họp thứ nhất của HĐND?",
    "Cán bộ một cửa được yêu cầu người dân bổ sung hồ sơ mấy lần?",
    "Người dân nộp hồ sơ ở xã khác nơi mình ở có được không?",
    "Công chức cấp xã nghỉ việc theo nguyện vọng cần điều kiện gì?",
    "Thời gian tập sự của công chức là bao lâu?",
    "Ai đánh giá chất lượng công chức hằng năm?",
    "Cả nước sau sắp xếp có bao nhiêu tỉnh?",
    "Luật này có hiệu lực từ ngày nào?",
    "Giá vàng hôm nay bao nhiêu?",
    "ai phe duyet quy hoach chung cua xa",
    "ubnd phuong co quyen xu ly cong trinh vi pham khong",
    "hdnd xa bau nhung chuc danh nao",
    "thanh lap phong chuyen mon o xa do ai quyet",
    "nop ho so qua buu dien duoc khong",
    "cong chuc bi ky luat canh cao thi sao",
    "dac khu co hoi dong nhan dan khong",
    "tinh va xa khac nhau the nao ve ngan sach",
    "CT UBND tỉnh bổ nhiệm ai?",
    "PCT HĐND xã làm việc chuyên trách ko?",
    "TTHC nào làm ở TTPVHCC cấp xã?",
    "NĐ 118 quy định gì về trả kết quả TTHC?",
    "UBND xã báo cáo công tác vs ai?",
    "HĐND phường giám sát UBND ntn?",
    "Xã tui muốn mở chợ mới thì xin ai?",
    "Bà con không chịu quyết định của xã thì kêu ai?",
    "Ông chủ tịch xã đi vắng thì ai ký thay?",
    "Uỷ ban nhan dân thanh phố quyêt định gì về giao thông?",
    "Hôi đồng nhân dân câp tỉnh bầu ai?",
    "What can a commune people's committee decide?",
)
