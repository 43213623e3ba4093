"""An invented country: three provinces become two, their communes are rearranged in every way the texts know."""

from phapquy.corpus.digest import as_document, read_digest
from phapquy.law.structure import parse
from phapquy.units.districts import OldPlace
from phapquy.units.gazetteer import Gazetteer
from phapquy.units.history import read_history

PROVINCES = """NGHỊ QUYẾT
Về việc sắp xếp đơn vị hành chính cấp tỉnh
Điều 1. Sắp xếp
1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của tỉnh Gió và tỉnh Mây Xa thành tỉnh mới có tên gọi là tỉnh Mây Xa. Sau khi sắp xếp, tỉnh Mây Xa có diện tích tự nhiên là 12 km².
2. Sau khi sắp xếp, cả nước có 03 đơn vị hành chính cấp tỉnh, gồm 02 tỉnh và 01 thành phố; trong đó có 01 tỉnh hình thành sau sắp xếp và 02 tỉnh, thành phố không thực hiện sắp xếp là các tỉnh: Nắng và thành phố Sương Mai.
Điều 2. Hiệu lực
1. Nghị quyết này có hiệu lực từ ngày được thông qua.
"""
WORKS = (
    "Điều 2. Hiệu lực\n1. Có hiệu lực từ ngày thông qua.\n2. Chính quyền các đơn vị hình thành sau sắp xếp "
    "chính thức hoạt động từ ngày 01 tháng 7 năm 2090.\n"
)
CLOUDS = (
    """NGHỊ QUYẾT
Điều 1. Sắp xếp các đơn vị hành chính cấp xã của tỉnh Mây Xa
1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của các xã Hồ Sen, Bãi Cát và thị trấn Bến Vắng thành xã mới có tên gọi là xã Hồ Sen.
2. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Đồi Thông và một phần diện tích tự nhiên, quy mô dân số của xã Suối Đá thành xã mới có tên gọi là xã Thông Reo.
3. Sắp xếp phần còn lại của xã Suối Đá sau khi sắp xếp theo quy định tại khoản 2 Điều này và xã Khe Trăng thành phường mới có tên gọi là phường Trăng Khuya.
4. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của Phường 1 (thị xã Bến Đò) và Phường 2 thành phường mới có tên gọi là phường Bến Đò.
5. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Đồng Cỏ (huyện Lá), xã Đạ K'Lin và xã N' Thôn Hạthành xã mới có tên gọi là xãĐồng Cỏ.
6. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Đồng Cỏ (huyện Mầm) và một phần diện tích tự nhiên của xã Khe Mưa thành xã mới có tên gọi là xã Mầm Xanh.
7. Sắp xếp một phần diện tích tự nhiên, toàn bộ quy mô dân số của xã Khe Mưa thành xã mới có tên gọi là xã Khe Mưa.
8. Đổi tên xã Gò Cũ thành xã Gò Mới.
9. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của huyện Đảo Ngọc thành đặc khu có tên gọi là đặc khu Đảo Ngọc.
10. Sau khi sắp xếp, tỉnh Mây Xa có 11 đơn vị hành chính cấp xã, gồm08 xã, 02 phường và 01 đặc khu; trong đó có 06 xã, 02 phường, 01 đặc khu hình thành sau sắp xếp và 02 xã không thực hiện sắp xếp là các xã Đá Đứng, Trúc Lâm (huyện Lá).
"""
    + WORKS
)
SUN = (
    """NGHỊ QUYẾT
Điều 1. Sắp xếp các đơn vị hành chính cấp xã của tỉnh Nắng
1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của xã Hồ Sen và xã Nắng Mai thành xã mới có tên gọi là xã Nắng Mai.
2. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của phường Bến Đò và xã Hồ Sén thành phường mới có tên gọi là phường Nắng Hạ.
3. Sau khi sắp xếp, tỉnh Nắng có 02 đơn vị hành chính cấp xã, gồm 01 xã và 01 phường.
"""
    + WORKS
)
DIGEST = """[header]
slug = "nq-9-2091-xx"
so_ky_hieu = "9/2091/XX"
ten = "Nghị quyết về việc thành lập các phường thuộc tỉnh Nắng"
co_quan_ban_hanh = "Quốc hội Mây"
ngay_ban_hanh = "2091-01-01"
ngay_hieu_luc = "2091-05-01"
tinh_trang = "tóm lược"

[[item]]
id = "nq-9-2091-xx/101"
numbering = "suy-luan"
heading = "01 xã thành phường"
summary = "Một xã được lập thành phường, giữ tên: Nắng Mai."
effective = "2091-05-01"
agreement = "hai-nguon"

[[item]]
id = "nq-9-2091-xx/102"
numbering = "suy-luan"
heading = "Số đơn vị"
summary = "02 đơn vị cấp xã: 02 phường."
effective = "2091-05-01"
agreement = "hai-nguon"
"""
CITY = """[header]
slug = "nq-8-2091-xx"
so_ky_hieu = "8/2091/XX"
ten = "Nghị quyết về việc thành lập thành phố Nắng"
co_quan_ban_hanh = "Quốc hội Mây"
ngay_ban_hanh = "2091-01-01"
ngay_hieu_luc = "2091-06-01"
tinh_trang = "tóm lược"

[[item]]
id = "nq-8-2091-xx/101"
numbering = "suy-luan"
heading = "Tỉnh Nắng thành thành phố trực thuộc trung ương"
summary = "Lập thành phố Nắng trực thuộc trung ương từ toàn bộ tỉnh Nắng."
effective = "2091-06-01"
agreement = "hai-nguon"

[[item]]
id = "nq-8-2091-xx/102"
numbering = "suy-luan"
heading = "Cả nước"
summary = "Cả nước có 01 tỉnh và 02 thành phố."
effective = "2091-06-01"
agreement = "hai-nguon"
"""
TEXTS = {"nq-1-2090": PROVINCES, "nq-2-2090": CLOUDS, "nq-3-2090": SUN}
DIGESTS = {"nq-9-2091-xx": DIGEST, "nq-8-2091-xx": CITY}


def place(ward, district, province, new_ward, new_province, *, name=""):
    return OldPlace(ward.lower(), district, province, new_ward.lower(), new_province.lower(), name or ward)


PLACES = (
    place("xã hồ sen", "huyện Lá", "Gió", "xã hồ sen", "mây xa"),
    place("xã bãi cát", "huyện Lá", "Gió", "xã hồ sen", "mây xa"),
    place("thị trấn bến vắng", "huyện Lá", "Gió", "xã hồ sen", "mây xa"),
    place("xã đồi thông", "huyện Mầm", "Mây Xa", "xã thông reo", "mây xa"),
    place("xã suối đá", "huyện Mầm", "Mây Xa", "xã thông reo", "mây xa"),
    place("xã suối đá", "huyện Mầm", "Mây Xa", "phường trăng khuya", "mây xa"),
    place("xã khe trăng", "huyện Mầm", "Mây Xa", "phường trăng khuya", "mây xa"),
    place("phường 2", "thị xã Bến Đò", "Mây Xa", "phường bến đò", "mây xa"),
    place("phường 1", "thị xã Bến Đò", "Mây Xa", "phường bến đò", "mây xa"),
    place("xã đồng cỏ", "huyện Rễ", "Gió", "xã đồng cỏ", "mây xa"),  # at odds with the bracket
    place("xã đạ klin", "huyện Lá", "Gió", "xã đồng cỏ", "mây xa"),  # spelled apart
    place("xã hòn tre", "huyện Đảo Ngọc", "Gió", "đặc khu đảo ngọc", "mây xa", name="Xã Hòn Tre"),
    place("xã hồ sen", "huyện Bóng", "Nắng", "xã nắng mai", "nắng"),
    place("phường bến đò", "thành phố Nắng", "Nắng", "phường nắng hạ", "nắng"),
)


def documents():
    texts = [parse(slug, text) for slug, text in TEXTS.items()]
    return [*texts, *(as_document(read_digest(slug, text)) for slug, text in DIGESTS.items())]


HISTORY = read_history(documents(), PLACES)
NAMES = Gazetteer(HISTORY)
