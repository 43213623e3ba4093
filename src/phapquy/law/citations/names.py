"""The names of laws that texts cite without a number; a name has no sign in the text that says where it ends.

``Luật Quy hoạch đô thị và nông thôn và Nghị định …``: only who knows the name stops at the right ``và``.
"""

LAW_NAMES = (
    "An ninh mạng", "An toàn thông tin mạng", "An toàn, vệ sinh lao động", "Ban hành văn bản quy phạm pháp luật",
    "Bảo hiểm xã hội", "Bảo hiểm y tế", "Bảo vệ bí mật nhà nước", "Bảo vệ môi trường",
    "Bảo vệ và kiểm dịch thực vật", "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", "Biên phòng Việt Nam",
    "Biển Việt Nam", "Căn cước", "Cán bộ, công chức", "Các tổ chức tín dụng", "Chăn nuôi", "Công an nhân dân",
    "Công chứng", "Công đoàn", "Công nghệ cao", "Công nghệ thông tin", "Công nghiệp công nghệ số", "Cư trú",
    "Cựu chiến binh", "Dân quân tự vệ", "Dân số", "Dân sự", "Dầu khí", "Di sản văn hóa", "Doanh nghiệp", "Dữ liệu",
    "Đa dạng sinh học", "Đất đai", "Đầu tư", "Đầu tư công", "Đầu tư theo phương thức đối tác công tư",
    "Đấu giá tài sản", "Đấu thầu", "Đê điều", "Địa chất và khoáng sản", "Điện lực", "Đo đạc và bản đồ", "Đường bộ",
    "Đường sắt", "Giá", "Giám định tư pháp", "Giao dịch điện tử", "Giao thông đường bộ", "Giáo dục",
    "Giáo dục đại học", "Giáo dục nghề nghiệp", "Giáo dục quốc phòng và an ninh", "Hải quan",
    "Hàng hải Việt Nam", "Hàng không dân dụng Việt Nam", "Hình sự", "Hòa giải ở cơ sở",
    "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", "Hôn nhân và gia đình", "Hợp tác xã", "Hộ tịch",
    "Kế toán", "Khám bệnh, chữa bệnh", "Khí tượng thủy văn", "Khiếu nại", "Khiếu nại, tố cáo",
    "Khoa học và công nghệ", "Khoa học, công nghệ và đổi mới sáng tạo", "Khoáng sản", "Kiểm toán nhà nước",
    "Kiến trúc", "Kinh doanh bất động sản", "Lao động", "Lâm nghiệp", "Lưu trữ", "Lý lịch tư pháp",
    "Mặt trận Tổ quốc Việt Nam", "Năng lượng nguyên tử", "Ngân sách nhà nước", "Nghĩa vụ quân sự", "Nhà giáo",
    "Nhà ở", "Nuôi con nuôi", "Phá sản", "Phí và lệ phí", "Phòng, chống tác hại của rượu, bia",
    "Phòng, chống tham nhũng", "Phòng, chống thiên tai", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Phục hồi, phá sản", "Quản lý ngoại thương", "Quản lý nợ công", "Quản lý thuế",
    "Quản lý, sử dụng tài sản công", "Quảng cáo", "Quốc phòng", "Quốc tịch Việt Nam", "Quy hoạch",
    "Quy hoạch đô thị", "Quy hoạch đô thị và nông thôn", "Sĩ quan Quân đội nhân dân Việt Nam", "Sở hữu trí tuệ",
    "Tài nguyên nước", "Tài nguyên, môi trường biển và hải đảo", "Thanh niên", "Thanh tra", "Thi đua, khen thưởng",
    "Thi hành án dân sự", "Thi hành án hình sự", "Thuế giá trị gia tăng", "Thuế sử dụng đất nông nghiệp",
    "Thuế sử dụng đất phi nông nghiệp", "Thuế thu nhập cá nhân", "Thuế thu nhập doanh nghiệp",
    "Thuế xuất khẩu, thuế nhập khẩu", "Thủ đô", "Thủy lợi", "Thủy sản", "Thú y",
    "Thực hành tiết kiệm, chống lãng phí", "Thực hiện dân chủ ở cơ sở", "Tiếp cận thông tin", "Tiếp công dân",
    "Tín ngưỡng, tôn giáo", "Tố cáo", "Tố tụng dân sự", "Tố tụng hành chính", "Tố tụng hình sự",
    "Tổ chức Chính phủ", "Tổ chức chính quyền địa phương", "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",
    "Tổ chức Quốc hội", "Tổ chức Tòa án nhân dân", "Tổ chức Viện kiểm sát nhân dân",
    "Trách nhiệm bồi thường của Nhà nước", "Trồng trọt", "Trợ giúp pháp lý", "Trưng cầu ý dân",
    "Trưng mua, trưng dụng tài sản", "Viên chức", "Viễn thông", "Việc làm", "Xây dựng", "Xử lý vi phạm hành chính",
)  # fmt: skip
