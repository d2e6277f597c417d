<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>bomay::CalendarPopup</name>
    <message>
        <source>vi_VN</source>
        <extracomment>Locale that the calendar writes its months and days in.</extracomment>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>bomay::ChangeVerdict</name>
    <message>
        <source>… và %1 nội dung khác</source>
        <translation>… and %1 more</translation>
    </message>
    <message>
        <source>Hết: %1</source>
        <translation>Gone: %1</translation>
    </message>
    <message>
        <source>Không phát sinh nội dung trái quy định.</source>
        <translation>It breaks no rule.</translation>
    </message>
    <message>
        <source>bớt %1, thêm %2</source>
        <translation>%1 fewer, %2 new</translation>
    </message>
</context>
<context>
    <name>bomay::ChartCanvas</name>
    <message>
        <source>Sơ đồ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Chưa có đơn vị nào vào ngày này.
Nhấn Enter để thêm đơn vị, hoặc nhập bảng tính (Ctrl+I).</source>
        <translation>There are no units on this day.
Press Enter to add one, or import a spreadsheet (Ctrl+I).</translation>
    </message>
</context>
<context>
    <name>bomay::ChartPreview</name>
    <message>
        <source>Sơ đồ xem trước</source>
        <translation>Preview of the chart</translation>
    </message>
</context>
<context>
    <name>bomay::ClipboardCommands</name>
    <message>
        <source>Không có gì để dán thành sơ đồ.</source>
        <translation>There is nothing that could be pasted as a chart.</translation>
    </message>
    <message>
        <source>Đã dán %1 đơn vị, %2 chức vụ</source>
        <translation>Pasted %1 units, %2 posts</translation>
    </message>
    <message>
        <source>%1; bỏ qua cột: %2</source>
        <translation>%1; columns left out: %2</translation>
    </message>
</context>
<context>
    <name>bomay::CollectionCommands</name>
    <message>
        <source>Mở đợt thu thập</source>
        <translation>Follow a round</translation>
    </message>
    <message>
        <source>Đợt thu thập (%1)</source>
        <translation>Round of collecting (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Đã lập %n biểu trong %1. Gửi cho mỗi cơ quan biểu của mình; biểu nhận lại để vào thư mục nhan-ve ở đó.</source>
        <translation>
            <numerusform>%n form is in %1. Send each agency its own; put what comes back into the folder nhan-ve there.</numerusform>
            <numerusform>%n forms are in %1. Send each agency its own; put what comes back into the folder nhan-ve there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bomay::CollectionDialog</name>
    <message>
        <source>Thu thập số liệu tổ chức bộ máy</source>
        <translation>Data on the organisation</translation>
    </message>
    <message>
        <source>Hạn nộp</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Lập biểu thu thập số liệu</source>
        <translation>Send forms to collect data</translation>
    </message>
    <message>
        <source>Mỗi cơ quan được đánh dấu có một biểu Excel ghi sẵn số liệu của cơ quan đó và các đơn vị bên dưới. Tiêu đề và mã được khóa; cơ quan sửa các ô còn lại rồi gửi về.</source>
        <translation>Each agency that is ticked gets an Excel form filled with what is known of it and the units below. Headers and codes are locked; the agency corrects the other cells and sends it back.</translation>
    </message>
    <message>
        <source>&amp;Hạn nộp:</source>
        <translation>&amp;Due:</translation>
    </message>
    <message>
        <source>Thư mục để các biểu; nên là thư mục mới</source>
        <translation>Folder for the forms; best a new one</translation>
    </message>
    <message>
        <source>&amp;Chọn…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Bỏ đánh dấu</source>
        <translation>Tick none</translation>
    </message>
    <message>
        <source>Lập biểu</source>
        <translation>Write forms</translation>
    </message>
    <message>
        <source>Thư mục để các biểu</source>
        <translation>Folder for the forms</translation>
    </message>
    <message numerus="yes">
        <source>%n biểu</source>
        <translation>
            <numerusform>%n form</numerusform>
            <numerusform>%n forms</numerusform>
        </translation>
    </message>
    <message>
        <source>. Hạn nộp đã qua.</source>
        <translation>. The day has passed.</translation>
    </message>
    <message>
        <source>&amp;Tên đợt:</source>
        <translation>&amp;Title:</translation>
    </message>
    <message>
        <source>Thư &amp;mục:</source>
        <translation>&amp;Folder:</translation>
    </message>
    <message>
        <source>Đánh dấu cấp dưới trực tiếp</source>
        <translation>Tick those right below</translation>
    </message>
    <message>
        <source>. Hạn nộp không phải là một ngày.</source>
        <translation>. The due date is no day.</translation>
    </message>
</context>
<context>
    <name>bomay::CollectionPanel</name>
    <message>
        <source>Cơ quan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Khác tài liệu</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Cần xem</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Xem khác biệt…</source>
        <translation>See differences…</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Thư mục nhận</source>
        <translation>Folder of returns</translation>
    </message>
    <message>
        <source>Mở đợt…</source>
        <translation>Follow a round…</translation>
    </message>
    <message>
        <source>Mở thư mục để các biểu cơ quan gửi về</source>
        <translation>Open the folder for what agencies send back</translation>
    </message>
    <message>
        <source>Thu thập số liệu</source>
        <translation>Collecting data</translation>
    </message>
    <message>
        <source>(không rõ cơ quan)</source>
        <translation>(agency not known)</translation>
    </message>
    <message>
        <source>Tệp không thuộc đợt này</source>
        <translation>A file that is not of this round</translation>
    </message>
    <message numerus="yes">
        <source>Quá hạn %n ngày</source>
        <translation>
            <numerusform>Overdue by %n day</numerusform>
            <numerusform>Overdue by %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã nhận, không thay đổi</source>
        <translation>Received, unchanged</translation>
    </message>
    <message>
        <source>Đã nhận, có thay đổi</source>
        <translation>Received, changed</translation>
    </message>
    <message>
        <source>Đã nhận, không đọc được</source>
        <translation>Received, cannot be read</translation>
    </message>
    <message>
        <source>Chưa nhận</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>%1, hạn %2: nhận %3/%4 biểu, %5 có thay đổi, %6 quá hạn</source>
        <translation>%1, due %2: %3 of %4 forms received, %5 changed, %6 overdue</translation>
    </message>
    <message>
        <source> (đang đọc…)</source>
        <translation> (reading…)</translation>
    </message>
    <message>
        <source>Lập biểu…</source>
        <translation>Make forms…</translation>
    </message>
    <message>
        <source>Đang đọc…</source>
        <translation>Being read…</translation>
    </message>
    <message>
        <source>Chưa có đợt thu thập nào. “Lập biểu…” ghi cho mỗi cơ quan một tệp Excel có sẵn số liệu để gửi đi; cơ quan sửa rồi gửi lại.</source>
        <translation>There is no round of collecting yet. “Make forms…” writes an Excel file for each agency, filled with its data, to be sent out; the agency corrects it and sends it back.</translation>
    </message>
</context>
<context>
    <name>bomay::ColumnsPage</name>
    <message>
        <source>Lưu mẫu nhập</source>
        <translation>Save profile</translation>
    </message>
    <message>
        <source>Cách lập bảng:</source>
        <translation>Form of the table:</translation>
    </message>
    <message>
        <source>Tên cơ quan gửi bảng</source>
        <translation>Name of the agency that sends it</translation>
    </message>
    <message>
        <source>Nhớ cách đọc này cho lần sau:</source>
        <translation>Remember this reading for the next time:</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Tiêu đề</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Ví dụ</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Ý nghĩa</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Đã lưu</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Không lưu được</source>
        <translation>Could not be saved</translation>
    </message>
    <message>
        <source>Tệp theo biểu mẫu của chương trình: cột được đọc theo tiêu đề của biểu mẫu, không cần chỉnh.</source>
        <translation>The file is the program’s template: columns are read by the template’s headers, nothing needs to be put right.</translation>
    </message>
    <message>
        <source>Ý nghĩa của các cột được đoán theo tiêu đề.</source>
        <translation>What the columns say is guessed from their headers.</translation>
    </message>
    <message>
        <source>Đọc theo mẫu nhập “%1”.</source>
        <translation>Read by the profile “%1”.</translation>
    </message>
    <message>
        <source>Đã chỉnh.</source>
        <translation>Put right by hand.</translation>
    </message>
    <message numerus="yes">
        <source>Chỉnh ở đây dùng cho cả %n trang có cùng tiêu đề.</source>
        <translation>
            <numerusform>What is put right here holds for %n sheet with the same header.</numerusform>
            <numerusform>What is put right here holds for all %n sheets with the same header.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mỗi cột là một cấp đơn vị hành chính</source>
        <translation>A column for each level of areas</translation>
    </message>
    <message>
        <source>Danh sách đơn vị hành chính: mỗi cột là một cấp. Nếu không phải, hãy chọn cách lập bảng.</source>
        <translation>A list of areas: each column is a level. If it is not, choose how the table is made.</translation>
    </message>
</context>
<context>
    <name>bomay::CommandTable</name>
    <message>
        <source>&amp;Lưu</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Lưu &amp;thành…</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>&amp;Xuất PDF…</source>
        <translation>E&amp;xport PDF…</translation>
    </message>
    <message>
        <source>T&amp;hoát</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Hoàn tác: %1</source>
        <translation>&amp;Undo: %1</translation>
    </message>
    <message>
        <source>Làm &amp;lại</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>Làm &amp;lại: %1</source>
        <translation>&amp;Redo: %1</translation>
    </message>
    <message>
        <source>Đổi &amp;tên</source>
        <translation>Rena&amp;me</translation>
    </message>
    <message>
        <source>&amp;Xóa</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>Thêm đơn &amp;vị</source>
        <translation>Add u&amp;nit</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Thêm cấp &amp;phó</source>
        <translation>Add &amp;deputy</translation>
    </message>
    <message>
        <source>Cấp phó</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>Đưa &amp;lên trước</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>Đưa &amp;xuống sau</source>
        <translation>Move do&amp;wn</translation>
    </message>
    <message>
        <source>&amp;Vừa cửa sổ</source>
        <translation>&amp;Fit window</translation>
    </message>
    <message>
        <source>&amp;Cỡ thật</source>
        <translation>&amp;Actual size</translation>
    </message>
    <message>
        <source>&amp;Tệp</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Sửa</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Tổ &amp;chức</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>&amp;Hiển thị</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>Tì&amp;m</source>
        <translation>F&amp;ind</translation>
    </message>
    <message>
        <source>Thêm &amp;chức vụ</source>
        <translation>Add &amp;post</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>&amp;Bản lưu trước…</source>
        <translation>Earlier &amp;backup…</translation>
    </message>
    <message>
        <source>Bản sao &amp;không có dữ liệu cá nhân…</source>
        <translation>Copy &amp;without personal data…</translation>
    </message>
    <message>
        <source>Đặt &amp;tên phiên bản…</source>
        <translation>&amp;Name a version…</translation>
    </message>
    <message>
        <source>&amp;Chốt số liệu…</source>
        <translation>&amp;Seal the figures…</translation>
    </message>
    <message>
        <source>&amp;So sánh với phiên bản…</source>
        <translation>&amp;Compare with a version…</translation>
    </message>
    <message>
        <source>&amp;Xem phiên bản…</source>
        <translation>Sho&amp;w a version…</translation>
    </message>
    <message>
        <source>&amp;Phiên bản</source>
        <translation>Ve&amp;rsions</translation>
    </message>
    <message>
        <source>&amp;Phục hồi thay đổi chưa lưu…</source>
        <translation>&amp;Recover unsaved changes…</translation>
    </message>
    <message>
        <source>&amp;Viết bộ quy định của cơ quan</source>
        <translation>&amp;Writing rules of your own</translation>
    </message>
    <message>
        <source>Trợ &amp;giúp</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Dán bảng giao cấp phó, biên chế…</source>
        <translation>Paste a table of a&amp;llotments…</translation>
    </message>
    <message>
        <source>Bản vẽ &amp;mới…</source>
        <translation>&amp;New view…</translation>
    </message>
    <message>
        <source>&amp;Nhân bản…</source>
        <translation>&amp;Duplicate…</translation>
    </message>
    <message>
        <source>Đổi &amp;tên…</source>
        <translation>&amp;Rename…</translation>
    </message>
    <message>
        <source>&amp;Xóa bản vẽ</source>
        <translation>De&amp;lete view</translation>
    </message>
    <message>
        <source>&amp;Bỏ chỉnh tay</source>
        <translation>Release &amp;adjustments</translation>
    </message>
    <message>
        <source>&amp;Bản vẽ</source>
        <translation>Vie&amp;ws</translation>
    </message>
    <message>
        <source>Thêm &amp;ngang cấp phía sau</source>
        <translation>Add sibling &amp;after</translation>
    </message>
    <message>
        <source>Thêm ngang cấp phía t&amp;rước</source>
        <translation>Add sibling &amp;before</translation>
    </message>
    <message>
        <source>Thêm cấp &amp;dưới</source>
        <translation>Add &amp;subordinate</translation>
    </message>
    <message>
        <source>Thêm cấp trên ở &amp;giữa</source>
        <translation>Add superior be&amp;tween</translation>
    </message>
    <message>
        <source>Lên &amp;một cấp</source>
        <translation>Pr&amp;omote</translation>
    </message>
    <message>
        <source>X&amp;uống một cấp</source>
        <translation>D&amp;emote</translation>
    </message>
    <message>
        <source>Đổi loại &amp;hình…</source>
        <translation>Change &amp;kind…</translation>
    </message>
    <message>
        <source>Vừa &amp;bề ngang</source>
        <translation>Fit &amp;width</translation>
    </message>
    <message>
        <source>Đến ô phía trên</source>
        <translation>Go to the box above</translation>
    </message>
    <message>
        <source>Đến ô phía dưới</source>
        <translation>Go to the box below</translation>
    </message>
    <message>
        <source>Đến ô bên trái</source>
        <translation>Go to the box on the left</translation>
    </message>
    <message>
        <source>Đến ô bên phải</source>
        <translation>Go to the box on the right</translation>
    </message>
    <message>
        <source>Chọn thêm ô phía trên</source>
        <translation>Select the box above too</translation>
    </message>
    <message>
        <source>Chọn thêm ô phía dưới</source>
        <translation>Select the box below too</translation>
    </message>
    <message>
        <source>Chọn thêm ô bên trái</source>
        <translation>Select the box on the left too</translation>
    </message>
    <message>
        <source>Chọn thêm ô bên phải</source>
        <translation>Select the box on the right too</translation>
    </message>
    <message>
        <source>Chọn tất cả</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>Đến cấp trên</source>
        <translation>Go to the superior</translation>
    </message>
    <message>
        <source>Đến cấp dưới đầu tiên</source>
        <translation>Go to the first subordinate</translation>
    </message>
    <message>
        <source>Đến ngang cấp phía trước</source>
        <translation>Go to the sibling before</translation>
    </message>
    <message>
        <source>Đến ngang cấp phía sau</source>
        <translation>Go to the sibling after</translation>
    </message>
    <message>
        <source>&amp;Tìm lệnh…</source>
        <translation>&amp;Find command…</translation>
    </message>
    <message>
        <source>Bảng &amp;phím tắt…</source>
        <translation>&amp;Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>&amp;Cắt</source>
        <translation>Cu&amp;t</translation>
    </message>
    <message>
        <source>Sao ché&amp;p</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Dán</source>
        <translation>&amp;Paste</translation>
    </message>
    <message>
        <source>Tìm và th&amp;ay trong tên…</source>
        <translation>Find and r&amp;eplace in names…</translation>
    </message>
    <message>
        <source>Xóa &amp;riêng ô này</source>
        <translation>Delete this &amp;box only</translation>
    </message>
    <message>
        <source>&amp;Nhân bản cả nhánh</source>
        <translation>Dup&amp;licate branch</translation>
    </message>
    <message>
        <source>Tìm t&amp;iếp</source>
        <translation>Find ne&amp;xt</translation>
    </message>
    <message>
        <source>Tìm n&amp;gược lại</source>
        <translation>Find pre&amp;vious</translation>
    </message>
    <message>
        <source>Đế&amp;n đơn vị, chức vụ…</source>
        <translation>&amp;Go to unit or post…</translation>
    </message>
    <message>
        <source>&amp;Lọc cây tổ chức</source>
        <translation>Filter the &amp;outline</translation>
    </message>
    <message>
        <source>Xếp sơ đồ tự chọn theo &amp;giấy</source>
        <translation>Arrange the chart as the &amp;paper asks</translation>
    </message>
    <message>
        <source>Xếp sơ đồ n&amp;gang</source>
        <translation>Arrange the chart &amp;horizontally</translation>
    </message>
    <message>
        <source>Xếp sơ đồ treo &amp;phải</source>
        <translation>Arrange the chart hanging &amp;right</translation>
    </message>
    <message>
        <source>Xếp sơ đồ treo &amp;hai bên</source>
        <translation>Arrange the chart hanging on &amp;both sides</translation>
    </message>
    <message>
        <source>Xếp sơ đồ nhiều &amp;cột</source>
        <translation>Arrange the chart in &amp;columns</translation>
    </message>
    <message>
        <source>Xếp sơ đồ t&amp;rái sang phải</source>
        <translation>Arrange the chart from &amp;left to right</translation>
    </message>
    <message>
        <source>Vẽ cả &amp;sơ đồ</source>
        <translation>Draw the whole &amp;chart</translation>
    </message>
    <message>
        <source>Thêm &amp;trợ lý</source>
        <translation>Add ass&amp;istant</translation>
    </message>
    <message>
        <source>Vừa nhánh đang c&amp;họn</source>
        <translation>Fit &amp;selection</translation>
    </message>
    <message>
        <source>Hiện bản đồ &amp;thu nhỏ</source>
        <translation>Show &amp;minimap</translation>
    </message>
    <message>
        <source>Ẩn bản đồ &amp;thu nhỏ</source>
        <translation>Hide &amp;minimap</translation>
    </message>
    <message>
        <source>Tại ngà&amp;y…</source>
        <translation>As of &amp;date…</translation>
    </message>
    <message>
        <source>T&amp;oàn màn hình</source>
        <translation>F&amp;ull screen</translation>
    </message>
    <message>
        <source>Mớ&amp;i</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>&amp;Mở…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>Nhập bản&amp;g tính…</source>
        <translation>&amp;Import spreadsheet…</translation>
    </message>
    <message>
        <source>Xuất phụ lục &amp;quyết định…</source>
        <translation>Export annex of a d&amp;ecision…</translation>
    </message>
    <message>
        <source>Xuất báo cáo &amp;rà soát…</source>
        <translation>Export report on the &amp;check…</translation>
    </message>
    <message>
        <source>Xuất bảng theo dõi &amp;cấp phó…</source>
        <translation>Export &amp;deputy ledger…</translation>
    </message>
    <message>
        <source>Xuất bảng biên chế, chức &amp;vụ…</source>
        <translation>Export s&amp;taffing table…</translation>
    </message>
    <message>
        <source>I&amp;n…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>Chỉ vẽ đơn &amp;vị đang chọn</source>
        <translation>Draw the &amp;selected unit alone</translation>
    </message>
    <message>
        <source>Đưa &amp;về phiên bản…</source>
        <translation>&amp;Bring back a version…</translation>
    </message>
    <message>
        <source>Xóa &amp;phiên bản…</source>
        <translation>&amp;Remove a version…</translation>
    </message>
    <message>
        <source>Nội dung rà &amp;soát tiếp theo</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>&amp;Phóng to</source>
        <translation>&amp;Zoom in</translation>
    </message>
    <message>
        <source>Th&amp;u nhỏ</source>
        <translation>Zoom ou&amp;t</translation>
    </message>
    <message>
        <source>&amp;Sáp nhập vào đơn vị khác…</source>
        <translation>&amp;Absorb into another unit…</translation>
    </message>
    <message>
        <source>&amp;Hợp nhất thành đơn vị mới…</source>
        <translation>&amp;Consolidate into a new unit…</translation>
    </message>
    <message>
        <source>&amp;Chia thành các đơn vị mới…</source>
        <translation>&amp;Divide into new units…</translation>
    </message>
    <message>
        <source>&amp;Tách lập đơn vị mới…</source>
        <translation>&amp;Separate a new unit…</translation>
    </message>
    <message>
        <source>&amp;Giải thể…</source>
        <translation>Disso&amp;lve…</translation>
    </message>
    <message>
        <source>Ch&amp;uyển về trực thuộc…</source>
        <translation>&amp;Transfer under another unit…</translation>
    </message>
    <message>
        <source>Điều chuyển chức &amp;năng…</source>
        <translation>Transfer &amp;functions…</translation>
    </message>
    <message>
        <source>&amp;Quá trình của đơn vị</source>
        <translation>&amp;History of the unit</translation>
    </message>
    <message>
        <source>Tổ chức &amp;lại</source>
        <translation>Reor&amp;ganisation</translation>
    </message>
    <message>
        <source>T&amp;rình chiếu</source>
        <translation>&amp;Present</translation>
    </message>
    <message>
        <source>Điền vào biể&amp;u mẫu…</source>
        <translation>&amp;Fill in a form…</translation>
    </message>
    <message>
        <source>Lập biểu thu thập &amp;số liệu…</source>
        <translation>Write for&amp;ms to collect data…</translation>
    </message>
    <message>
        <source>The&amp;o dõi đợt thu thập…</source>
        <translation>Follow a ro&amp;und of collecting…</translation>
    </message>
    <message>
        <source>Xuất &amp;Excel để sửa và nhập lại…</source>
        <translation>Export to Excel, to edit and import bac&amp;k…</translation>
    </message>
    <message>
        <source>Xuất tùy chọn: PDF, PNG, SVG…</source>
        <translation>Export with options: PDF, PNG, SVG…</translation>
    </message>
    <message>
        <source>Hiện &amp;khung trang giấy</source>
        <translation>Show pag&amp;es of paper</translation>
    </message>
    <message>
        <source>Ẩn &amp;khung trang giấy</source>
        <translation>Hide pag&amp;es of paper</translation>
    </message>
    <message>
        <source>Bật chuyển động khi &amp;xếp lại</source>
        <translation>Let &amp;boxes glide after edits</translation>
    </message>
    <message>
        <source>Tắt chuyển động khi &amp;xếp lại</source>
        <translation>Keep &amp;boxes still after edits</translation>
    </message>
    <message>
        <source>Thư v&amp;iện kiểu sơ đồ…</source>
        <translation>&amp;Gallery of arrangements…</translation>
    </message>
    <message>
        <source>Sang phần kế tiếp của cửa sổ</source>
        <translation>Go to the next part of the window</translation>
    </message>
    <message>
        <source>Về phần trước của cửa sổ</source>
        <translation>Go to the previous part of the window</translation>
    </message>
    <message>
        <source>Mới từ sơ đồ mẫu…</source>
        <translation>New from sample c&amp;hart…</translation>
    </message>
    <message>
        <source>Thu gọn n&amp;hánh</source>
        <translation>Collapse &amp;branch</translation>
    </message>
    <message>
        <source>Mở rộng n&amp;hánh</source>
        <translation>Expand &amp;branch</translation>
    </message>
    <message>
        <source>Mở rộng tất &amp;cả các nhánh</source>
        <translation>E&amp;xpand all branches</translation>
    </message>
    <message>
        <source>Hiện &amp;1 cấp</source>
        <translation>Show &amp;1 level</translation>
    </message>
    <message>
        <source>Hiện &amp;2 cấp</source>
        <translation>Show &amp;2 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;3 cấp</source>
        <translation>Show &amp;3 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;4 cấp</source>
        <translation>Show &amp;4 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;5 cấp</source>
        <translation>Show &amp;5 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;6 cấp</source>
        <translation>Show &amp;6 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;7 cấp</source>
        <translation>Show &amp;7 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;8 cấp</source>
        <translation>Show &amp;8 levels</translation>
    </message>
    <message>
        <source>Hiện &amp;9 cấp</source>
        <translation>Show &amp;9 levels</translation>
    </message>
    <message>
        <source>Số cấ&amp;p hiện trên màn hình</source>
        <translation>Le&amp;vels on screen</translation>
    </message>
</context>
<context>
    <name>bomay::DataTexts</name>
    <message>
        <source>không giới hạn</source>
        <translation>without limit</translation>
    </message>
    <message>
        <source>từ %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>đến %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>từ %1 đến %2</source>
        <translation>from %1 to %2</translation>
    </message>
</context>
<context>
    <name>bomay::DateBar</name>
    <message>
        <source>Tại ngày</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Cách sửa</source>
        <translation>How edits count</translation>
    </message>
    <message>
        <source>Từ ngày …</source>
        <translation>From date …</translation>
    </message>
    <message>
        <source>Đính chính: số liệu ghi sai, sửa cho đúng trong cả giai đoạn.</source>
        <translation>Correct: the data were entered wrongly and are put right for the whole period.</translation>
    </message>
    <message>
        <source>Từ ngày …: thay đổi theo quyết định; trước ngày đó giữ nguyên.</source>
        <translation>From date …: a change by decision; before that day everything stays.</translation>
    </message>
    <message>
        <source>Đính chính</source>
        <translation>Correct</translation>
    </message>
</context>
<context>
    <name>bomay::DateEdit</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>Có thể chỉ ghi năm, hoặc tháng và năm.</source>
        <translation>A year alone, or month and year, will do.</translation>
    </message>
    <message>
        <source>Chọn trong lịch (F4)</source>
        <translation>Pick from a calendar (F4)</translation>
    </message>
    <message>
        <source>Vẫn tính theo ngày %1.</source>
        <translation>%1 still counts.</translation>
    </message>
    <message>
        <source>Vẫn tính theo %1.</source>
        <translation>%1 still counts.</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <extracomment>How a day is written: &quot;yyyy-MM-dd&quot; in English, as everywhere in the program.</extracomment>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>MM/yyyy</source>
        <extracomment>How a month is written: &quot;yyyy-MM&quot; in English.</extracomment>
        <translation>yyyy-MM</translation>
    </message>
    <message>
        <source>Chưa nhập ngày.</source>
        <translation>No date is written.</translation>
    </message>
    <message>
        <source>Nhập đủ ngày, tháng, năm, ví dụ %1.</source>
        <translation>Write day, month and year, such as %1.</translation>
    </message>
    <message>
        <source>Nhập năm đủ bốn chữ số, ví dụ %1.</source>
        <translation>Write the year with four digits, such as %1.</translation>
    </message>
    <message>
        <source>Năm trong “%1” phải từ 1800 đến 2200.</source>
        <translation>The year in “%1” has to be from 1800 to 2200.</translation>
    </message>
    <message>
        <source>Không có tháng %1.</source>
        <translation>There is no month %1.</translation>
    </message>
    <message>
        <source>Không có ngày %1.</source>
        <translation>There is no %1.</translation>
    </message>
    <message>
        <source>“%1” không phải là ngày. Hãy nhập như %2.</source>
        <translation>“%1” is no date; write it like %2.</translation>
    </message>
</context>
<context>
    <name>bomay::DeadlinesPanel</name>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Falling due</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Còn lại</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Trong %1 ngày</source>
        <translation>Within %1 days</translation>
    </message>
    <message>
        <source>không có thời hạn</source>
        <translation>no last day</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>còn %1 ngày</source>
        <translation>%1 days left</translation>
    </message>
    <message>
        <source>quá %1 ngày</source>
        <translation>%1 days overdue</translation>
    </message>
    <message>
        <source>Không có việc nào đến hạn  (tính từ ngày %1)</source>
        <translation>Nothing falls due  (from %1 on)</translation>
    </message>
    <message>
        <source>%1 việc, %2 quá hạn  (tính từ ngày %3)</source>
        <translation>%1 items, %2 overdue  (from %3 on)</translation>
    </message>
</context>
<context>
    <name>bomay::DifferencePage</name>
    <message>
        <source>Mục</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Thuộc</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Trước đây</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Đổi tên</source>
        <translation>Renamed</translation>
    </message>
    <message>
        <source>Chuyển chỗ</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Không còn trong tệp (đánh dấu để xóa)</source>
        <translation>No longer in the file (tick to remove)</translation>
    </message>
    <message>
        <source>Chỉ những mục được đánh dấu mới được đưa vào tài liệu; hoàn tác một lần là bỏ tất cả.</source>
        <translation>Only ticked items go into the document; one undo takes all of them back.</translation>
    </message>
    <message>
        <source>từ %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>đến %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Thời gian</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>bomay::DifferenceText</name>
    <message>
        <source>Tài liệu</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Legal documents</translation>
    </message>
    <message>
        <source>Đơn vị hành chính</source>
        <translation>Localities</translation>
    </message>
    <message>
        <source>Kế thừa địa bàn</source>
        <translation>Successions of localities</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Người</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Giữ chức vụ</source>
        <translation>Holders of posts</translation>
    </message>
    <message>
        <source>Quan hệ</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Chưa xếp chỗ</source>
        <translation>Without a place</translation>
    </message>
    <message>
        <source>Chức năng, nhiệm vụ</source>
        <translation>Functions</translation>
    </message>
    <message>
        <source>Biên chế</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>Nhiệm vụ được giao</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>Tham gia nhiệm vụ</source>
        <translation>Parts in duties</translation>
    </message>
    <message>
        <source>%1: thêm %2, bỏ %3, sửa %4</source>
        <translation>%1: %2 added, %3 removed, %4 changed</translation>
    </message>
    <message>
        <source> ← trước là: %1</source>
        <translation> ← before: %1</translation>
    </message>
    <message>
        <source>Không có gì khác.</source>
        <translation>Nothing differs.</translation>
    </message>
    <message>
        <source>Ghi chú công việc</source>
        <translation>Working notes</translation>
    </message>
    <message>
        <source>Giải trình</source>
        <translation>Waiver</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Bật, tắt quy định</source>
        <translation>Rules switched</translation>
    </message>
</context>
<context>
    <name>bomay::EditCommands</name>
    <message>
        <source>Đơn vị mới</source>
        <translation>New unit</translation>
    </message>
    <message>
        <source>Chức vụ mới</source>
        <translation>New post</translation>
    </message>
    <message>
        <source>Trợ lý</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Xóa cả nhánh</source>
        <translation>Delete the whole branch</translation>
    </message>
    <message>
        <source>Giữ lại, đưa lên cấp cao nhất</source>
        <translation>Keep them, move them to the top</translation>
    </message>
    <message>
        <source>Giữ lại, chuyển lên %1</source>
        <translation>Keep them, move them up to %1</translation>
    </message>
    <message>
        <source>Giữ lại, chuyển về %1</source>
        <translation>Keep them, move them to %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mục đã chọn</source>
        <translation>
            <numerusform>%n selected item</numerusform>
            <numerusform>%n selected items</numerusform>
        </translation>
    </message>
    <message>
        <source>Xóa đơn vị</source>
        <translation>Delete unit</translation>
    </message>
    <message numerus="yes">
        <source>%1 có %n đơn vị trực thuộc. Các đơn vị đó đi đâu?</source>
        <translation>
            <numerusform>There is %n unit under %1. Where does it go?</numerusform>
            <numerusform>There are %n units under %1. Where do they go?</numerusform>
        </translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Loại hình</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Loại hình của các đơn vị đã chọn:</source>
        <translation>Kind of the selected units:</translation>
    </message>
    <message>
        <source>Đổi</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ảnh chân dung của %1</source>
        <translation>Portrait of %1</translation>
    </message>
</context>
<context>
    <name>bomay::FileCommands</name>
    <message>
        <source>Chưa đặt tên</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tài liệu và bảng tính (*.bomay *.xlsx *.xlsm *.xls *.ods *.fods *.xml *.html *.docx *.csv *.tsv);;Tài liệu Bộ Máy (*.bomay);;Mọi tệp (*)</source>
        <translation>Documents and spreadsheets (*.bomay *.xlsx *.xlsm *.xls *.ods *.fods *.xml *.html *.docx *.csv *.tsv);;Bộ Máy documents (*.bomay);;All files (*)</translation>
    </message>
    <message>
        <source>Đã mở %1</source>
        <translation>Opened %1</translation>
    </message>
    <message>
        <source>Lưu thành</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Tài liệu Bộ Máy (*.bomay)</source>
        <translation>Bộ Máy documents (*.bomay)</translation>
    </message>
    <message>
        <source>Đã lưu %1</source>
        <translation>Saved %1</translation>
    </message>
    <message>
        <source>Nhập bảng tính</source>
        <translation>Import spreadsheet</translation>
    </message>
    <message>
        <source>Bảng tính (*.xlsx *.xlsm *.xls *.ods *.fods *.xml *.html *.docx *.csv *.tsv);;Mọi tệp (*)</source>
        <translation>Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.fods *.xml *.html *.docx *.csv *.tsv);;All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhập %n dòng</source>
        <translation>
            <numerusform>Imported %n row</numerusform>
            <numerusform>Imported %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (không có dữ liệu cá nhân)</source>
        <translation>%1 (without personal data)</translation>
    </message>
    <message>
        <source>Bản sao không có dữ liệu cá nhân</source>
        <translation>Copy without personal data</translation>
    </message>
    <message>
        <source>Bản sao không được ghi đè lên chính tài liệu đang mở.</source>
        <translation>The copy cannot take the place of the open document itself.</translation>
    </message>
    <message>
        <source>Đã ghi %1: không có người, ghi chú, cột riêng, nhật ký và phiên bản</source>
        <translation>%1 is written, without persons, notes, columns of its own, log and versions</translation>
    </message>
    <message>
        <source>Dán bảng giao cấp phó, biên chế</source>
        <translation>Paste a table of allotments</translation>
    </message>
    <message>
        <source>Bảng là phụ lục của văn bản giao, chép từ Excel hay Word: mỗi dòng một đơn vị, có cột mã hoặc tên đơn vị, cột số cấp phó hoặc biên chế. Xem trước từng dòng rồi mới ghi.</source>
        <translation>The table is the annex of the allotting document, copied from Excel or Word: a line for each unit, with a column for its code or name and one for deputies or staff. Each line is shown before anything is written.</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Allotting document</translation>
    </message>
    <message>
        <source>số, ký hiệu, ví dụ 12/QĐ-UBND</source>
        <translation>number and symbol, such as 12/QĐ-UBND</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi số được giao theo %1: nhận %n dòng</source>
        <translation>
            <numerusform>Allotments of %1 written: %n line taken</numerusform>
            <numerusform>Allotments of %1 written: %n lines taken</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cấp phó</source>
        <translation>%1 deputies</translation>
    </message>
    <message>
        <source>%1 biên chế</source>
        <translation>%1 staff</translation>
    </message>
    <message>
        <source>Sẽ ghi: %1: %2</source>
        <translation>To be written: %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Đã nhập %n nội dung đã chọn</source>
        <translation>
            <numerusform>Imported %n chosen item</numerusform>
            <numerusform>Imported %n chosen items</numerusform>
        </translation>
    </message>
    <message>
        <source>Chọn biểu mẫu của cơ quan</source>
        <translation>Choose the Office’s Form</translation>
    </message>
    <message>
        <source>Biểu mẫu Excel (*.xlsx *.xlsm)</source>
        <translation>Excel forms (*.xlsx *.xlsm)</translation>
    </message>
    <message>
        <source>Biểu mẫu Excel (%1)</source>
        <translation>Excel form (%1)</translation>
    </message>
    <message>
        <source>%1 (đã điền)</source>
        <translation>%1 (filled)</translation>
    </message>
    <message>
        <source>Ghi biểu đã điền</source>
        <translation>Write the Filled Form</translation>
    </message>
    <message>
        <source>Biểu đã điền không được ghi đè lên chính biểu mẫu.</source>
        <translation>The filled form must not overwrite the form itself.</translation>
    </message>
    <message numerus="yes">
        <source>Đã điền %n dòng vào %1</source>
        <translation>
            <numerusform>Filled %n row into %1</numerusform>
            <numerusform>Filled %n rows into %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Dòng của biểu chưa điền được</source>
        <translation>Rows of the Form That Were Not Filled</translation>
    </message>
    <message>
        <source>Xuất Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>Bảng tính Excel (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã xuất %1: số liệu ngày %2, sửa rồi nhập lại được</source>
        <translation>Exported %1: data of %2, to be edited and imported again</translation>
    </message>
    <message>
        <source>Thành phố Thủ Đức năm 2021</source>
        <translation>Thủ Đức City in 2021</translation>
    </message>
    <message>
        <source>Mới từ sơ đồ mẫu</source>
        <translation>New from sample chart</translation>
    </message>
    <message>
        <source>Bắt đầu từ:</source>
        <translation>Begin with:</translation>
    </message>
    <message>
        <source>Tạo</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Danh sách sắp xếp đơn vị hành chính</source>
        <translation>List of a rearrangement of localities</translation>
    </message>
    <message>
        <source>Tệp ghi các đơn vị hành chính cũ thành đơn vị mới, nhưng không ghi theo văn bản nào và từ ngày nào. HĐND, UBND của đơn vị cũ được chuyển theo.</source>
        <translation>The file says which old localities became which new ones, but not by which document nor from which day. People&apos;s councils and committees of the old ones go along.</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>số, ký hiệu, ví dụ 1685/NQ-UBTVQH15</source>
        <translation>number and symbol, as 1685/NQ-UBTVQH15</translation>
    </message>
    <message>
        <source>Có hiệu lực từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>ví dụ 01/07/2025</source>
        <translation>as 01/07/2025</translation>
    </message>
    <message>
        <source>“%1” không phải là một ngày.</source>
        <translation>“%1” is no date.</translation>
    </message>
    <message>
        <source>Mở nhiều tệp</source>
        <translation>Open several files</translation>
    </message>
    <message>
        <source>Mỗi tệp sẽ mở trong một cửa sổ riêng. Mở những tệp nào?</source>
        <translation>Each file opens in a window of its own. Which files are to be opened?</translation>
    </message>
    <message>
        <source>Chỉ mở %1</source>
        <translation>Only %1</translation>
    </message>
    <message>
        <source>Mở cả %1 tệp</source>
        <translation>All %1 files</translation>
    </message>
</context>
<context>
    <name>bomay::FindBar</name>
    <message>
        <source>Tìm đơn vị, chức vụ, người…</source>
        <translation>Find units, posts, persons…</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng tìm được; dấu đã gõ thì phải đúng.</source>
        <translation>It finds without marks too; marks that are typed must be right.</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Thay bằng…</source>
        <translation>Replace by…</translation>
    </message>
    <message>
        <source>Chỉ thay trong tên, đúng từng chữ như đã gõ ở trên.</source>
        <translation>Replaces in names only, letter for letter as typed above.</translation>
    </message>
    <message>
        <source>Thay bằng</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <source>Đóng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Thay</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Thay tất cả</source>
        <translation>Replace all</translation>
    </message>
    <message>
        <source>Không thấy</source>
        <translation>Not found</translation>
    </message>
    <message numerus="yes">
        <source>%n mục</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message>
        <source>Không tên nào thay đổi: chỉ thay chữ giống hệt “%1”.</source>
        <translation>No name changes: only letters exactly like “%1” are replaced.</translation>
    </message>
    <message numerus="yes">
        <source>Đã thay trong %n tên</source>
        <translation>
            <numerusform>Replaced in %n name</numerusform>
            <numerusform>Replaced in %n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bomay::FindingCommands</name>
    <message>
        <source>Giải trình</source>
        <translation>Waiver</translation>
    </message>
    <message>
        <source>Lý do</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>số, ký hiệu, ngày; có thể để trống</source>
        <translation>number, symbol, date; may stay empty</translation>
    </message>
    <message>
        <source>Ghi giải trình</source>
        <translation>Write the waiver</translation>
    </message>
    <message>
        <source>Đối chiếu quy định</source>
        <translation>Confirm a rule</translation>
    </message>
    <message>
        <source>Văn bản đã đọc</source>
        <translation>Text that was read</translation>
    </message>
    <message>
        <source>ví dụ: Công báo, bản ký số</source>
        <translation>such as: Official Gazette, signed copy</translation>
    </message>
    <message>
        <source>Đã đối chiếu</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Viết bộ quy định của cơ quan</source>
        <translation>Writing rules of your own</translation>
    </message>
    <message>
        <source>Người giải trình</source>
        <translation>Waived by</translation>
    </message>
    <message>
        <source>%1
Căn cứ: %2.

Quy định này mới biết qua nguồn tin, chưa đối chiếu nguyên văn. Đối chiếu với văn bản gốc rồi ghi lại ở đây; báo cáo sẽ nêu người và văn bản đã đối chiếu.</source>
        <translation>%1
Source: %2.

This rule is only known from reports. Hold it against the text of law and write that down here; reports will name who did and by which text.</translation>
    </message>
    <message>
        <source>Người đối chiếu</source>
        <translation>Who confirms it</translation>
    </message>
    <message>
        <source>Xếp mức “Trái quy định” khi không đúng</source>
        <translation>Count a breach as an error</translation>
    </message>
    <message>
        <source>%1

Nội dung vẫn hiện trong kết quả rà soát nhưng không còn được tính, chừng nào chưa vượt hơn mức hiện nay. Báo cáo ghi rõ lý do, văn bản và người giải trình.</source>
        <translation>%1

The finding stays in the list but no longer counts, as long as it does not grow. Reports name the reason, the document and who answers for it.</translation>
    </message>
</context>
<context>
    <name>bomay::FindingRows</name>
    <message>
        <source>Đã giải trình</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>Chưa đủ số liệu</source>
        <translation>Cannot check</translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Đã tắt</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>Căn cứ: %1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>Thời gian chuyển tiếp đến hết ngày %1, còn %2 ngày.</source>
        <translation>Grace until %1, %2 days left.</translation>
    </message>
    <message>
        <source>Đã đối chiếu nguyên văn: %1.</source>
        <translation>Held against the text: %1.</translation>
    </message>
    <message>
        <source>Giải trình: %1.</source>
        <translation>Waived: %1.</translation>
    </message>
    <message>
        <source>%1. Nhập tại: %2.</source>
        <translation>%1. Enter it at: %2.</translation>
    </message>
    <message>
        <source>%1 quy định chờ</source>
        <translation>%1 rules wait</translation>
    </message>
    <message>
        <source>Quy định chờ số liệu này:</source>
        <translation>Rules that wait for it:</translation>
    </message>
    <message>
        <source>%1 đơn vị</source>
        <translation>%1 units</translation>
    </message>
    <message>
        <source>… và %1 đơn vị khác</source>
        <translation>… and %1 other units</translation>
    </message>
    <message>
        <source>Bấm lần nữa để tới đơn vị tiếp theo.</source>
        <translation>Click again for the next unit.</translation>
    </message>
    <message>
        <source>%1: quy định đã được sửa sau lần đối chiếu (bản %2), cần đối chiếu lại.</source>
        <translation>%1: the rule was changed since it was confirmed (edition %2); confirm it again.</translation>
    </message>
    <message>
        <source>Giải trình trước đây (khi đó là %1) không còn đủ.</source>
        <translation>An earlier waiver (then %1) no longer covers it.</translation>
    </message>
    <message>
        <source>Không có nội dung nào ứng với giải trình này tại ngày đang xem: %1.</source>
        <translation>No finding of the day in view matches this waiver: %1.</translation>
    </message>
    <message>
        <source>Chương trình chưa rà soát %1.</source>
        <translation>Not checked by any rule: %1.</translation>
    </message>
</context>
<context>
    <name>bomay::FindingsModel</name>
    <message>
        <source>Mức độ</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>bomay::FindingsPanel</name>
    <message>
        <source>Kết quả rà soát</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>%1 trái quy định</source>
        <translation>errors: %1</translation>
    </message>
    <message>
        <source>%1 cần rà soát</source>
        <translation>warnings: %1</translation>
    </message>
    <message>
        <source>%1 lưu ý</source>
        <translation>advice: %1</translation>
    </message>
    <message>
        <source>%1 chưa đủ số liệu</source>
        <translation>cannot be checked: %1</translation>
    </message>
    <message>
        <source>%1  (tại ngày %2)</source>
        <translation>%1  (on %2)</translation>
    </message>
    <message>
        <source>Không có quy định nào trong chương trình áp dụng cho sơ đồ này tại ngày %1, nên chưa rà soát được.</source>
        <translation>No rule of the program applies to this chart on %1, so nothing was checked.</translation>
    </message>
    <message>
        <source>Không phát hiện nội dung trái quy định tại ngày %1; còn nội dung chưa đủ số liệu để rà soát.</source>
        <translation>Nothing against the rules was found on %1; some rules could not be checked.</translation>
    </message>
    <message>
        <source>Không phát hiện nội dung trái quy định tại ngày %1.</source>
        <translation>Nothing against the rules was found on %1.</translation>
    </message>
    <message>
        <source>Gom theo</source>
        <translation>Group by</translation>
    </message>
    <message>
        <source>Theo mức độ</source>
        <translation>By severity</translation>
    </message>
    <message>
        <source>Theo quy định</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>Theo đơn vị</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>Xử lý</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Cách khắc phục, giải trình, đối chiếu quy định đang chọn</source>
        <translation>Fix the finding, waive it, confirm its rule</translation>
    </message>
    <message>
        <source>Bộ quy định không đọc được, chưa dùng để rà soát:</source>
        <translation>Rule packs that could not be read and were not used:</translation>
    </message>
    <message>
        <source>Bỏ giải trình</source>
        <translation>Take the waiver back</translation>
    </message>
    <message>
        <source>Giải trình…</source>
        <translation>Waive…</translation>
    </message>
    <message>
        <source>Bỏ đối chiếu quy định này</source>
        <translation>Take the confirmation of this rule back</translation>
    </message>
    <message>
        <source>Đối chiếu quy định này với văn bản…</source>
        <translation>Confirm this rule by its text…</translation>
    </message>
    <message>
        <source>Bật quy định này</source>
        <translation>Switch this rule on</translation>
    </message>
    <message>
        <source>Tắt quy định này</source>
        <translation>Switch this rule off</translation>
    </message>
    <message>
        <source>%1 đã giải trình</source>
        <translation>%1 waived</translation>
    </message>
    <message>
        <source>%1 (%2 nội dung rà soát)</source>
        <translation>%1 (findings: %2)</translation>
    </message>
    <message>
        <source>%1 quy định đã tắt hoặc bật thêm</source>
        <translation>%1 rules switched by hand</translation>
    </message>
</context>
<context>
    <name>bomay::HolderForm</name>
    <message>
        <source>Họ và tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Hình thức</source>
        <translation>Form of office</translation>
    </message>
    <message>
        <source>Từ ngày</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Đến ngày</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Số quyết định</source>
        <translation>Decision no.</translation>
    </message>
    <message>
        <source>Đã có trong tài liệu.</source>
        <translation>Already in the document.</translation>
    </message>
    <message>
        <source>Đã có trong tài liệu: %1.</source>
        <translation>Already in the document: %1.</translation>
    </message>
    <message>
        <source>Tài liệu đã có người trùng tên. Nếu là cùng một người, hãy chọn người đó trong danh sách gợi ý (phím ↓); nếu không, sẽ ghi thêm một người mới.</source>
        <translation>The document has somebody of this name. If it is the same person, choose them from the list (↓); otherwise a new person is added.</translation>
    </message>
    <message>
        <source>Người này còn có tên ở: %1. Sửa họ tên, ngày sinh ở đây thì các nơi đó cũng đổi theo.</source>
        <translation>This person also appears at: %1. Name and date of birth change there too.</translation>
    </message>
</context>
<context>
    <name>bomay::HolderList</name>
    <message>
        <source>Thêm người giữ chức vụ</source>
        <translation>Add a holder</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Người giữ chức vụ</source>
        <translation>Holders</translation>
    </message>
    <message>
        <source>Bỏ người giữ chức vụ</source>
        <translation>Remove the holder</translation>
    </message>
    <message>
        <source>Bỏ người đang chọn khỏi chức vụ (Del)</source>
        <translation>Remove the chosen holder from the post (Del)</translation>
    </message>
    <message>
        <source>chưa giữ</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Chức vụ đang khuyết.</source>
        <translation>The post is vacant.</translation>
    </message>
    <message>
        <source>Còn khuyết %1.</source>
        <translation>%1 more vacant.</translation>
    </message>
    <message>
        <source>đã thôi giữ</source>
        <translation>no longer</translation>
    </message>
</context>
<context>
    <name>bomay::ImportWizard</name>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nhập bảng tính</source>
        <translation>Import spreadsheet</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Bảng</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Khác với tài liệu</source>
        <translation>Difference to the document</translation>
    </message>
    <message>
        <source>Nhập</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Đọc lại từ đầu</source>
        <translation>Read Anew</translation>
    </message>
    <message>
        <source>Bỏ các chỉnh sửa ở bước Bảng và Cột cho trang này</source>
        <translation>Undo what was put right in the steps Table and Columns for this sheet</translation>
    </message>
</context>
<context>
    <name>bomay::InspectorPanel</name>
    <message>
        <source>Chọn một đơn vị hoặc chức vụ trên sơ đồ hay trong cây để xem và sửa.</source>
        <translation>Select a unit or post in the chart or the outline to see and edit it.</translation>
    </message>
</context>
<context>
    <name>bomay::KeySheet</name>
    <message>
        <source>&amp;Gán phím</source>
        <translation>&amp;Bind key</translation>
    </message>
    <message>
        <source>Phím &amp;mặc định</source>
        <translation>&amp;Default key</translation>
    </message>
    <message>
        <source>Bảng phím tắt</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Tìm lệnh hoặc phím…</source>
        <translation>Find a command or key…</translation>
    </message>
    <message>
        <source>Tìm lệnh hoặc phím</source>
        <translation>Find a command or key</translation>
    </message>
    <message>
        <source>Lệnh và phím</source>
        <translation>Commands and keys</translation>
    </message>
    <message>
        <source>Lệnh</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Trình đơn</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Phím</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Phím mới</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>Phím mớ&amp;i:</source>
        <translation>&amp;New key:</translation>
    </message>
    <message>
        <source>Phím cố định: giữ Space và kéo để di chuyển, Ctrl và lăn chuột để phóng, Esc để thôi.</source>
        <translation>Fixed keys: hold Space and drag to move the chart, Ctrl and the wheel to zoom, Esc to stop.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1 đang là phím của lệnh “%2”.</source>
        <translation>%1 is the key of “%2” already.</translation>
    </message>
</context>
<context>
    <name>bomay::LedgerPanel</name>
    <message>
        <source>Theo dõi cấp phó</source>
        <translation>Deputy ledger</translation>
    </message>
    <message>
        <source>Có mặt: ghế cấp phó đang có người giữ; đơn vị chưa nhập người giữ chức vụ nào thì tính theo số ghế.
Dôi dư: số có mặt vượt số nhỏ hơn giữa mức tối đa và số được giao, hoặc số đã ghi là dôi dư.</source>
        <translation>In post: seats of deputies that somebody holds; in a unit where no holder is entered, all seats.
Surplus: in post above the smaller of ceiling and allotted, or as many as are marked as surplus.</translation>
    </message>
    <message>
        <source>Từng đơn vị</source>
        <translation>Unit by unit</translation>
    </message>
    <message>
        <source>Theo loại hình</source>
        <translation>By kind</translation>
    </message>
    <message>
        <source>Theo đơn vị hành chính</source>
        <translation>By locality</translation>
    </message>
    <message>
        <source>Theo phạm vi bình quân</source>
        <translation>By scope of an average</translation>
    </message>
    <message>
        <source>Thời hạn theo %1</source>
        <translation>Last day by %1</translation>
    </message>
    <message>
        <source>Không có đơn vị nào có cấp phó, có mức tối đa hoặc được giao cấp phó.</source>
        <translation>No unit has deputies, a ceiling or an allotted number.</translation>
    </message>
    <message>
        <source>%1 đơn vị</source>
        <translation>%1 units</translation>
    </message>
    <message>
        <source>%1 cấp phó có mặt</source>
        <translation>%1 deputies in post</translation>
    </message>
    <message>
        <source>%1 ghế khuyết</source>
        <translation>%1 vacant seats</translation>
    </message>
    <message>
        <source>%1 dôi dư</source>
        <translation>%1 surplus</translation>
    </message>
    <message>
        <source>%1  (tại ngày %2)</source>
        <translation>%1  (on %2)</translation>
    </message>
</context>
<context>
    <name>bomay::MainWindow</name>
    <message>
        <source>&amp;Ngôn ngữ</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Cây tổ chức</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Thông tin</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Kết quả rà soát</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Thanh công cụ</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>Ngôn ngữ mới có hiệu lực khi mở lại chương trình.</source>
        <translation>The language changes at the next start.</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Cỡ hiển thị</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>%1[*] - Bộ Máy</source>
        <translation>%1[*] - Bộ Máy</translation>
    </message>
    <message>
        <source>%1 trái quy định · %2 cần rà soát</source>
        <translation>errors: %1 · warnings: %2</translation>
    </message>
    <message>
        <source>%1 đơn vị · %2 chức vụ · %3 ghế khuyết</source>
        <translation>%1 units · %2 posts · %3 vacant seats</translation>
    </message>
    <message>
        <source>Không còn nội dung nào cần xem.</source>
        <translation>Nothing more to look at.</translation>
    </message>
    <message>
        <source>Theo dõi cấp phó</source>
        <translation>Deputy ledger</translation>
    </message>
    <message>
        <source>Sắp đến hạn</source>
        <translation>Falling due</translation>
    </message>
    <message>
        <source>Quy định đang áp dụng</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>Đến đơn vị, chức vụ</source>
        <translation>Go to unit or post</translation>
    </message>
    <message>
        <source>Tên đơn vị, chức vụ, người…</source>
        <translation>Name of a unit, post, person…</translation>
    </message>
    <message>
        <source>Tìm lệnh</source>
        <translation>Find command</translation>
    </message>
    <message>
        <source>Tên lệnh, tiếng Việt hoặc tiếng Anh…</source>
        <translation>Name of a command, in Vietnamese or English…</translation>
    </message>
    <message>
        <source>Thu thập số liệu</source>
        <translation>Collecting data</translation>
    </message>
</context>
<context>
    <name>bomay::MeaningText</name>
    <message>
        <source>Số thứ tự</source>
        <translation>Ordinal number</translation>
    </message>
    <message>
        <source>Mã</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cấp trên (mã hoặc tên)</source>
        <translation>Parent (code or name)</translation>
    </message>
    <message>
        <source>Đường dẫn từ trên xuống</source>
        <translation>Path from the top</translation>
    </message>
    <message>
        <source>Tên đơn vị</source>
        <translation>Unit name</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Họ và tên</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Đơn vị của chức vụ</source>
        <translation>Unit of the post</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Cơ quan chủ quản</source>
        <translation>Parent organisation</translation>
    </message>
    <message>
        <source>Số người</source>
        <translation>Number of persons</translation>
    </message>
    <message>
        <source>Số vị trí quy đổi toàn thời gian</source>
        <translation>Full-time equivalents</translation>
    </message>
    <message>
        <source>Biên chế giao</source>
        <translation>Posts allotted</translation>
    </message>
    <message>
        <source>Biên chế có mặt</source>
        <translation>Posts filled</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Ngạch</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Vị trí việc làm</source>
        <translation>Job position</translation>
    </message>
    <message>
        <source>Số quyết định</source>
        <translation>Decision number</translation>
    </message>
    <message>
        <source>Điện thoại</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Thư điện tử</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Thứ tự</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Cột riêng, giữ nguyên</source>
        <translation>Own column, kept as it is</translation>
    </message>
    <message>
        <source>phía trên bảng</source>
        <translation>above the table</translation>
    </message>
    <message>
        <source>tiêu đề</source>
        <translation>header</translation>
    </message>
    <message>
        <source>số cột</source>
        <translation>column numbers</translation>
    </message>
    <message>
        <source>dòng cộng</source>
        <translation>total</translation>
    </message>
    <message>
        <source>ghi chú</source>
        <translation>note</translation>
    </message>
    <message>
        <source>chữ ký</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>Mỗi dòng ghi cấp trên của mình</source>
        <translation>Each row names the row above it</translation>
    </message>
    <message>
        <source>Mỗi dòng có mã và tên của mọi cấp</source>
        <translation>Each row has codes and names of all levels</translation>
    </message>
    <message>
        <source>Đơn vị hành chính có mã và mã cấp trên</source>
        <translation>Localities with their codes and those above</translation>
    </message>
    <message>
        <source>Đơn vị, chức vụ nối tiếp nhau theo số thứ tự hoặc thụt dòng</source>
        <translation>Units and posts follow each other, by number or indent</translation>
    </message>
    <message>
        <source>Tên (sau cột họ đệm)</source>
        <translation>Given name (behind the family name)</translation>
    </message>
    <message>
        <source>bảng khác</source>
        <translation>another table</translation>
    </message>
</context>
<context>
    <name>bomay::MiniMap</name>
    <message>
        <source>Bản đồ thu nhỏ</source>
        <translation>Minimap</translation>
    </message>
    <message>
        <source>Bấm hoặc kéo để đến chỗ khác của sơ đồ</source>
        <translation>Click or drag to go elsewhere in the chart</translation>
    </message>
</context>
<context>
    <name>bomay::NameTyping</name>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>bomay::NoteList</name>
    <message>
        <source>Xóa ghi chú</source>
        <translation>Remove the note</translation>
    </message>
    <message>
        <source>Ghi chú mới</source>
        <translation>New note</translation>
    </message>
    <message>
        <source>Thêm ghi chú…</source>
        <translation>Add a note…</translation>
    </message>
    <message>
        <source>Đã giải quyết</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Mở lại ghi chú</source>
        <translation>Open the note again</translation>
    </message>
    <message>
        <source>Ghi chú công việc</source>
        <translation>Working notes</translation>
    </message>
</context>
<context>
    <name>bomay::NoticeBands</name>
    <message>
        <source>Đang xem tổ chức tại ngày %1 (quá khứ). Quy định áp dụng là của ngày đó.</source>
        <translation>The organisation on %1 (past). The rules of that day apply.</translation>
    </message>
    <message>
        <source>Đang xem tổ chức tại ngày %1 (tương lai).</source>
        <translation>The organisation on %1 (future).</translation>
    </message>
    <message>
        <source>Người khác</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>%1 đang sửa tài liệu này trên máy %2.</source>
        <translation>%1 is editing this document on %2.</translation>
    </message>
    <message>
        <source>%1 đang sửa tài liệu này trên máy %2 từ %3.</source>
        <translation>%1 has been editing this document on %2 since %3.</translation>
    </message>
    <message>
        <source>Ở đây chỉ xem được, hoặc lưu thành tệp khác.</source>
        <translation>Here it can be read, or saved as another file.</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Lưu tài liệu</source>
        <translation>Save the document</translation>
    </message>
    <message>
        <source>Đang xem phiên bản “%1”, đã chốt lúc %2.</source>
        <translation>This is version “%1”, sealed at %2.</translation>
    </message>
    <message>
        <source>Đang xem phiên bản “%1”, ghi lúc %2.</source>
        <translation>This is version “%1”, made at %2.</translation>
    </message>
    <message>
        <source>Trở lại tài liệu</source>
        <translation>Back to the document</translation>
    </message>
</context>
<context>
    <name>bomay::OutcomeWriter</name>
    <message>
        <source>Kết thúc hoạt động: %1.</source>
        <translation>End: %1.</translation>
    </message>
    <message>
        <source>Thành lập: %1.</source>
        <translation>Founded: %1.</translation>
    </message>
    <message>
        <source>Về %1: %2.</source>
        <translation>To %1: %2.</translation>
    </message>
    <message>
        <source>Chức năng, nhiệm vụ về %1: %2.</source>
        <translation>Functions to %1: %2.</translation>
    </message>
    <message>
        <source>Chức năng, nhiệm vụ kết thúc: %1.</source>
        <translation>Functions that end: %1.</translation>
    </message>
    <message>
        <source>Chức vụ kết thúc: %1.</source>
        <translation>Posts that end: %1.</translation>
    </message>
    <message>
        <source>Thôi giữ chức vụ: %1.</source>
        <translation>No longer in post: %1.</translation>
    </message>
    <message>
        <source>Dôi dư, được giữ thêm: %1.</source>
        <translation>In surplus, kept for a time: %1.</translation>
    </message>
    <message>
        <source>%1 và %2 mục khác</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>%1: %2 → %3.</source>
        <translation>%1: %2 → %3.</translation>
    </message>
    <message>
        <source>Biên chế giao của %1</source>
        <translation>Staff allotted to %1</translation>
    </message>
    <message>
        <source>Biên chế có mặt của %1</source>
        <translation>Staff in post of %1</translation>
    </message>
    <message>
        <source>%1 năm %2 của %3</source>
        <translation>%1 in %2 of %3</translation>
    </message>
</context>
<context>
    <name>bomay::OutlineModel</name>
    <message>
        <source>%1 (khuyết)</source>
        <translation>%1 (vacant)</translation>
    </message>
    <message>
        <source>%1 (khuyết %2)</source>
        <translation>%1 (%2 vacant)</translation>
    </message>
    <message>
        <source>Chưa xếp được</source>
        <translation>Not placed</translation>
    </message>
    <message>
        <source>Đơn vị: %1</source>
        <translation>Unit: %1</translation>
    </message>
</context>
<context>
    <name>bomay::OutlinePanel</name>
    <message>
        <source>Không tìm thấy đơn vị, chức vụ nào.</source>
        <translation>No unit or post was found.</translation>
    </message>
    <message>
        <source>Tìm đơn vị, chức vụ, người…</source>
        <translation>Find units, posts, people…</translation>
    </message>
    <message>
        <source>Lọc cây đơn vị</source>
        <translation>Filter the outline</translation>
    </message>
    <message>
        <source>Cây đơn vị và chức vụ</source>
        <translation>Tree of units and posts</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng tìm được; dấu đã gõ thì phải đúng.</source>
        <translation>It finds without marks too; marks that are typed must be right.</translation>
    </message>
</context>
<context>
    <name>bomay::PagePreview</name>
    <message>
        <source>Xem trước trang in</source>
        <translation>Print preview</translation>
    </message>
</context>
<context>
    <name>bomay::PanelForm</name>
    <message>
        <source>chưa có số liệu</source>
        <translation>not given</translation>
    </message>
</context>
<context>
    <name>bomay::PaperCommands</name>
    <message>
        <source>Chữ nhỏ nhất: %1 pt.</source>
        <translation>Smallest letters: %1 pt.</translation>
    </message>
    <message>
        <source>Chữ nhỏ khó đọc: nên chọn khổ giấy lớn hơn hoặc ghép từ nhiều tờ.</source>
        <translation>Small letters are hard to read: better take a larger paper, or several sheets.</translation>
    </message>
    <message>
        <source>In sơ đồ</source>
        <translation>Print the chart</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message numerus="yes">
        <source>Đã gửi %n trang đến máy in</source>
        <translation>
            <numerusform>Sent %n page to the printer</numerusform>
            <numerusform>Sent %n pages to the printer</numerusform>
        </translation>
    </message>
    <message>
        <source>Phụ lục quyết định (Nghị định 30/2020)</source>
        <translation>Annex of a decision (Decree 30/2020)</translation>
    </message>
    <message>
        <source>Xuất PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>Xuất phụ lục</source>
        <translation>Export the annex</translation>
    </message>
    <message>
        <source>phụ lục</source>
        <translation>annex</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Bảng tính (*.xlsx)</source>
        <translation>PDF (*.pdf);;Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>Đã ghi %1</source>
        <translation>Wrote %1</translation>
    </message>
    <message>
        <source>Đang ghi PDF…</source>
        <translation>Writing PDF…</translation>
    </message>
    <message>
        <source>Đã dừng. Chưa ghi gì; tệp cũ nếu có vẫn như trước.</source>
        <translation>Stopped. Nothing was written; a file that was there is as it was.</translation>
    </message>
    <message>
        <source>Đã xuất %1 (khổ %2, chữ nhỏ nhất %3 pt)</source>
        <translation>Exported %1 (paper %2, smallest text %3 pt)</translation>
    </message>
    <message>
        <source>%1. Trên một trang chữ chỉ %2 pt, nên sơ đồ được chia thành nhiều tờ để ghép.</source>
        <translation>%1. On one page letters would have %2 pt only, so the chart is cut into sheets to be put together.</translation>
    </message>
    <message>
        <source>%1. Các nhánh được xếp thành hàng, cột; nếu mỗi nhánh một hàng thì chỉ %2 pt.</source>
        <translation>%1. Branches stand in rows and columns; with one row for each branch %2 pt.</translation>
    </message>
    <message>
        <source>Xuất PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>Trên một trang chữ chỉ %1 pt, nên sơ đồ được chia thành nhiều tờ để ghép.</source>
        <translation>On one page letters would have %1 pt only, so the chart is cut into sheets to be put together.</translation>
    </message>
    <message>
        <source>Xuất sơ đồ</source>
        <translation>Export the chart</translation>
    </message>
    <message>
        <source>Xuất…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Ảnh PNG (*.png)</source>
        <translation>PNG picture (*.png)</translation>
    </message>
    <message>
        <source>Hình vẽ SVG (*.svg)</source>
        <translation>SVG drawing (*.svg)</translation>
    </message>
    <message>
        <source>Đang vẽ hình…</source>
        <translation>Drawing pictures…</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi %n hình, từ %1 đến %2</source>
        <translation>
            <numerusform>Wrote %n picture, from %1 to %2</numerusform>
            <numerusform>Wrote %n pictures, from %1 to %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Các hình này đã có trong thư mục:</source>
        <translation>These pictures are in the folder already:</translation>
    </message>
    <message>
        <source>Ghi đè tất cả</source>
        <translation>Write over all</translation>
    </message>
    <message>
        <source>Đang xuất PDF…</source>
        <translation>Exporting the PDF…</translation>
    </message>
    <message>
        <source>Đang dựng trang…</source>
        <translation>Setting the pages…</translation>
    </message>
    <message>
        <source>Đang in…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Đã dừng in. Những trang đã gửi có thể vẫn ra giấy.</source>
        <translation>Printing was stopped. Pages already sent may still come out.</translation>
    </message>
    <message>
        <source>Đã dừng.</source>
        <translation>Stopped.</translation>
    </message>
</context>
<context>
    <name>bomay::PaperDialog</name>
    <message>
        <source>Lưu ý</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Tự chọn</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Dọc</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>Ngang</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>Khổ &amp;giấy</source>
        <translation>&amp;Paper</translation>
    </message>
    <message>
        <source>&amp;Hướng giấy</source>
        <translation>O&amp;rientation</translation>
    </message>
    <message>
        <source>Số tờ theo &amp;chiều ngang</source>
        <translation>Sheets &amp;across</translation>
    </message>
    <message>
        <source>Số tờ theo chiều &amp;dọc</source>
        <translation>Sheets &amp;down</translation>
    </message>
    <message>
        <source>Phụ lục</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>Văn bản ban hành kèm theo</source>
        <translation>Document issued with it</translation>
    </message>
    <message>
        <source>Tờ sơ đồ thường</source>
        <translation>Plain sheet</translation>
    </message>
    <message>
        <source>Bản giấy: ghi số, ngày</source>
        <translation>Paper: number and date written</translation>
    </message>
    <message>
        <source>Bản điện tử: để trống số, ngày</source>
        <translation>Electronic: number and date blank</translation>
    </message>
    <message>
        <source>&amp;Loại</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>&amp;Bản</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>phụ lục duy nhất</source>
        <translation>the only annex</translation>
    </message>
    <message>
        <source>Phụ lục &amp;số</source>
        <translation>Annex &amp;number</translation>
    </message>
    <message>
        <source>Tên l&amp;oại</source>
        <translation>&amp;Kind of document</translation>
    </message>
    <message>
        <source>Kế hoạch, Đề án …</source>
        <translation>Kế hoạch, Đề án …</translation>
    </message>
    <message>
        <source>&amp;Tên</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>Kèm th&amp;eo</source>
        <translation>&amp;Goes with</translation>
    </message>
    <message>
        <source>Số &amp;văn bản</source>
        <translation>N&amp;umber of it</translation>
    </message>
    <message>
        <source>&amp;Ký hiệu</source>
        <translation>&amp;Symbol</translation>
    </message>
    <message>
        <source>&amp;Ngày</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Cơ quan ban hành</source>
        <translation>&amp;Issued by</translation>
    </message>
    <message>
        <source>&amp;Dự thảo</source>
        <translation>Dr&amp;aft</translation>
    </message>
    <message>
        <source>trang %1 / %2</source>
        <translation>page %1 of %2</translation>
    </message>
    <message>
        <source>Kèm bảng b&amp;iên chế, chức vụ</source>
        <translation>With the staffing tab&amp;le</translation>
    </message>
    <message>
        <source>Ngày của văn bản</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Khổ khác</source>
        <translation>Other size</translation>
    </message>
    <message>
        <source>Rộng (mm)</source>
        <translation>Width (mm)</translation>
    </message>
    <message>
        <source>Cao (mm)</source>
        <translation>Height (mm)</translation>
    </message>
    <message>
        <source>Một trang</source>
        <translation>One page</translation>
    </message>
    <message>
        <source>Ghép từ nhiều tờ</source>
        <translation>Sheets to be put together</translation>
    </message>
    <message>
        <source>Tập nhiều trang, có mục lục</source>
        <translation>Booklet with an index</translation>
    </message>
    <message>
        <source>Số t&amp;rang</source>
        <translation>Pa&amp;ges</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Ảnh PNG</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>Hình vẽ SVG</source>
        <translation>SVG drawing</translation>
    </message>
    <message>
        <source>Để lưu trữ lâu dài (PDF/A-1b)</source>
        <translation>For archives (PDF/A-1b)</translation>
    </message>
    <message>
        <source>Chữ thành nét vẽ</source>
        <translation>Letters as outlines</translation>
    </message>
    <message>
        <source>Loại &amp;tệp</source>
        <translation>Type of &amp;file</translation>
    </message>
    <message>
        <source>Số điểm mỗi inch</source>
        <translation>Dots per inch</translation>
    </message>
</context>
<context>
    <name>bomay::PersonFinder</name>
    <message>
        <source>sinh %1</source>
        <translation>born %1</translation>
    </message>
</context>
<context>
    <name>bomay::PictureQuestion</name>
    <message>
        <source>Ảnh (%1)</source>
        <translation>Pictures (%1)</translation>
    </message>
</context>
<context>
    <name>bomay::PortraitField</name>
    <message>
        <source>Chọn…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Dán</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Chọn tệp ảnh chân dung</source>
        <translation>Choose a file for the portrait</translation>
    </message>
    <message>
        <source>Chọn tệp ảnh, hoặc kéo ảnh thả vào đây. Ảnh được cắt theo khổ 3 × 4 và thu nhỏ.</source>
        <translation>Choose a picture, or drop one here. It is cut to 3 × 4 and made smaller.</translation>
    </message>
    <message>
        <source>Dán ảnh chân dung</source>
        <translation>Paste the portrait</translation>
    </message>
    <message>
        <source>Dán ảnh đã sao chép (Ctrl+V)</source>
        <translation>Paste a copied picture (Ctrl+V)</translation>
    </message>
    <message>
        <source>Bỏ ảnh chân dung</source>
        <translation>Remove the portrait</translation>
    </message>
    <message>
        <source>Bỏ ảnh (Del). Nhật ký và các phiên bản trong tệp còn giữ ảnh cũ; “Bản sao không có dữ liệu cá nhân” thì không.</source>
        <translation>Remove the picture (Del). The log and the versions in the file still keep the old picture; a “Copy without personal data” does not.</translation>
    </message>
    <message>
        <source>Chưa có ảnh</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>Ảnh không đọc được</source>
        <translation>The picture cannot be read</translation>
    </message>
    <message>
        <source>Chưa có ảnh chân dung</source>
        <translation>No portrait</translation>
    </message>
    <message>
        <source>Ảnh chân dung</source>
        <translation>Portrait</translation>
    </message>
</context>
<context>
    <name>bomay::PostForm</name>
    <message>
        <source>Chức vụ</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Chức danh</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Thuộc</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Bậc cấp phó</source>
        <translation>Deputy tier</translation>
    </message>
    <message>
        <source>Thường trực</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Số lượng</source>
        <translation>Seats</translation>
    </message>
    <message>
        <source>Lĩnh vực</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>Vị trí việc làm</source>
        <translation>Job position</translation>
    </message>
    <message>
        <source>Ngạch</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>chưa xếp được</source>
        <translation>not placed</translation>
    </message>
    <message>
        <source>Người giữ chức vụ</source>
        <translation>Holders</translation>
    </message>
    <message>
        <source>Thông tin khác</source>
        <translation>Further facts</translation>
    </message>
</context>
<context>
    <name>bomay::PostListModel</name>
    <message>
        <source>bậc %1</source>
        <translation>tier %1</translation>
    </message>
    <message>
        <source>Thường trực</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>số lượng %1</source>
        <translation>%1 seats</translation>
    </message>
    <message>
        <source>khuyết</source>
        <translation>vacant</translation>
    </message>
    <message>
        <source>khuyết %1</source>
        <translation>%1 vacant</translation>
    </message>
</context>
<context>
    <name>bomay::Presentation</name>
    <message>
        <source>Trình chiếu sơ đồ</source>
        <translation>Chart presentation</translation>
    </message>
</context>
<context>
    <name>bomay::PresetGallery</name>
    <message>
        <source>Thư viện kiểu sơ đồ</source>
        <translation>Gallery of arrangements</translation>
    </message>
</context>
<context>
    <name>bomay::PreviewPage</name>
    <message>
        <source>Đơn vị, chức vụ</source>
        <translation>Unit, post</translation>
    </message>
    <message>
        <source>Người giữ</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Mức</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Chỗ</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Nháy đúp để xem ô trong bảng</source>
        <translation>Double-click to see the cell in the table</translation>
    </message>
    <message numerus="yes">
        <source>… và %n dòng nữa, không liệt kê ở đây</source>
        <translation>
            <numerusform>… and %n more line, not listed here</numerusform>
            <numerusform>… and %n more lines, not listed here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n đơn vị hành chính, không có cơ quan, đơn vị</source>
        <translation>
            <numerusform>%n locality, no units</numerusform>
            <numerusform>%n localities, no units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… và %n nhận xét nữa, không nặng hơn, không liệt kê ở đây</source>
        <translation>
            <numerusform>… and %n more remark, no graver, not listed here</numerusform>
            <numerusform>… and %n more remarks, no graver, not listed here</numerusform>
        </translation>
    </message>
    <message>
        <source>Sơ đồ</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
</context>
<context>
    <name>bomay::RecoveryCommands</name>
    <message numerus="yes">
        <source>%1: %n thay đổi chưa lưu, thay đổi cuối lúc %2 (%3)</source>
        <translation>
            <numerusform>%1: %n unsaved change, at %2 (%3)</numerusform>
            <numerusform>%1: %n unsaved changes, the last at %2 (%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>Tài liệu chưa đặt tên</source>
        <translation>Document without a name</translation>
    </message>
    <message numerus="yes">
        <source>Đã phục hồi %n thay đổi chưa lưu</source>
        <translation>
            <numerusform>%n unsaved change recovered</numerusform>
            <numerusform>%n unsaved changes recovered</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Bản lưu trước</source>
        <translation>Earlier backup</translation>
    </message>
    <message>
        <source>Đưa tài liệu về như lúc đó. Đây là một thay đổi, có thể hoàn tác; bản lưu vẫn còn.</source>
        <translation>Brings the document back to that time. This is a change and can be undone; the backup stays.</translation>
    </message>
    <message>
        <source>Đưa về</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Đưa về bản lưu %1</source>
        <translation>Back to the backup of %1</translation>
    </message>
    <message>
        <source>Tài liệu giống bản lưu đó</source>
        <translation>The document is the same as that backup</translation>
    </message>
    <message>
        <source>Cứu dữ liệu từ %1</source>
        <translation>Save data from %1</translation>
    </message>
    <message>
        <source>Đã cứu phần còn đọc được của %1; hãy lưu thành tệp khác</source>
        <translation>Saved what can be read of %1; save it as another file</translation>
    </message>
    <message>
        <source>Không có thay đổi nào chờ phục hồi</source>
        <translation>No changes are waiting to be recovered</translation>
    </message>
    <message numerus="yes">
        <source>%n tài liệu còn thay đổi chưa lưu từ lần trước: Tệp → Phục hồi…</source>
        <translation>
            <numerusform>%n document has unsaved changes from last time: File → Recover…</numerusform>
            <numerusform>%n documents have unsaved changes from last time: File → Recover…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bomay::ReorganisationCommands</name>
    <message>
        <source>%1. Sơ đồ đang xem tại ngày %2, trước ngày đó.</source>
        <translation>%1. The chart is seen on %2, before that day.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 (theo %2)</source>
        <translation>%1 (by %2)</translation>
    </message>
    <message>
        <source>Quá trình của %1</source>
        <translation>History of %1</translation>
    </message>
</context>
<context>
    <name>bomay::ReorganisationDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kết quả:</source>
        <translation>Outcome:</translation>
    </message>
    <message>
        <source>số, ký hiệu, ví dụ 15/QĐ-UBND</source>
        <translation>number and symbol, for example 15/QĐ-UBND</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Ngày văn bản</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Có hiệu lực từ ngày</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>mỗi dòng một tên</source>
        <translation>one name a line</translation>
    </message>
    <message>
        <source>Các đơn vị mới</source>
        <translation>New units</translation>
    </message>
    <message>
        <source>Tên đơn vị mới</source>
        <translation>Name of the new unit</translation>
    </message>
    <message>
        <source>gõ tên rồi chọn trong danh sách</source>
        <translation>type a name, then choose from the list</translation>
    </message>
    <message>
        <source>để trống nếu không có đơn vị tiếp nhận</source>
        <translation>leave empty where no unit takes over</translation>
    </message>
    <message>
        <source>Cấp trên mới</source>
        <translation>New superior</translation>
    </message>
    <message>
        <source>Đơn vị tiếp nhận</source>
        <translation>Unit that takes over</translation>
    </message>
    <message>
        <source>Cấp trưởng đơn vị mới</source>
        <translation>Head of the new unit</translation>
    </message>
    <message>
        <source>Cấp trưởng dôi dư giữ đến</source>
        <translation>Surplus heads are kept until</translation>
    </message>
    <message>
        <source>có thể để trống</source>
        <translation>may be left empty</translation>
    </message>
    <message>
        <source>Đi đâu</source>
        <translation>Where things go</translation>
    </message>
    <message>
        <source>Chức vụ, đơn vị trực thuộc, chức năng</source>
        <translation>Posts, units below, functions</translation>
    </message>
    <message>
        <source>Về đâu</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>Các dòng đang chọn:</source>
        <translation>Selected lines:</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>người đang giữ chức vụ đứng đầu danh sách</source>
        <translation>the first in the list who is in post</translation>
    </message>
    <message>
        <source>Còn thiếu: %1.</source>
        <translation>Still missing: %1.</translation>
    </message>
    <message>
        <source>Rà soát tại ngày %1:</source>
        <translation>Checked on %1:</translation>
    </message>
    <message>
        <source>Chưa rà soát: sơ đồ đang xem tại ngày %1, trước ngày có hiệu lực.</source>
        <translation>Not checked: the chart is seen on %1, before the date in force.</translation>
    </message>
</context>
<context>
    <name>bomay::ReorganisationDraft</name>
    <message>
        <source>Sáp nhập</source>
        <translation>Absorb</translation>
    </message>
    <message>
        <source>Hợp nhất</source>
        <translation>Consolidate</translation>
    </message>
    <message>
        <source>Chia</source>
        <translation>Divide</translation>
    </message>
    <message>
        <source>Tách</source>
        <translation>Separate</translation>
    </message>
    <message>
        <source>Giải thể</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>Chuyển về trực thuộc</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Điều chuyển chức năng</source>
        <translation>Transfer functions</translation>
    </message>
    <message>
        <source>ở lại %1</source>
        <translation>stays with %1</translation>
    </message>
    <message>
        <source>(chưa chọn)</source>
        <translation>(not chosen)</translation>
    </message>
    <message>
        <source>kết thúc</source>
        <translation>ends</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Chức năng: %1</source>
        <translation>Function: %1</translation>
    </message>
    <message>
        <source>số, ký hiệu văn bản</source>
        <translation>number of the document</translation>
    </message>
    <message>
        <source>ngày có hiệu lực</source>
        <translation>date in force</translation>
    </message>
    <message>
        <source>tên đơn vị mới</source>
        <translation>name of the new unit</translation>
    </message>
    <message>
        <source>tên của ít nhất hai đơn vị mới</source>
        <translation>names of at least two new units</translation>
    </message>
    <message>
        <source>đơn vị tiếp nhận</source>
        <translation>unit that takes over</translation>
    </message>
</context>
<context>
    <name>bomay::RulesPanel</name>
    <message>
        <source>Quy định đang áp dụng</source>
        <translation>Rules in force</translation>
    </message>
    <message>
        <source>Quy định</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Mức tin cậy</source>
        <translation>Certainty</translation>
    </message>
    <message>
        <source>Trạng thái</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>Không đạt</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>Thiếu số liệu</source>
        <translation>Cannot check</translation>
    </message>
    <message>
        <source>Không áp dụng</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>Số đơn vị mà quy định đã rà soát. Bấm chuột phải vào một quy định để tắt, bật hoặc ghi đã đối chiếu.</source>
        <translation>How many units the rule was asked about. Right-click a rule to switch it off or on, or to confirm it.</translation>
    </message>
    <message>
        <source>Mọi quy định</source>
        <translation>All rules</translation>
    </message>
    <message>
        <source>Có đơn vị thuộc phạm vi</source>
        <translation>With units in scope</translation>
    </message>
    <message>
        <source>Không có đơn vị thuộc phạm vi</source>
        <translation>Without units in scope</translation>
    </message>
    <message>
        <source>Đã tắt</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>Đang bật</source>
        <translation>On</translation>
    </message>
    <message>
        <source>%1, đã đối chiếu</source>
        <translation>%1, confirmed</translation>
    </message>
    <message>
        <source>%1, %2 đã đối chiếu</source>
        <translation>%1, confirmed by %2</translation>
    </message>
    <message>
        <source>&amp;Bật quy định</source>
        <translation>Switch &amp;on</translation>
    </message>
    <message>
        <source>&amp;Tắt quy định</source>
        <translation>Switch o&amp;ff</translation>
    </message>
    <message>
        <source>Đã đố&amp;i chiếu…</source>
        <translation>&amp;Confirm…</translation>
    </message>
    <message>
        <source>%1 quy định có hiệu lực</source>
        <translation>%1 rules in force</translation>
    </message>
    <message>
        <source>%1 không đạt</source>
        <translation>%1 broken</translation>
    </message>
    <message>
        <source>%1 thiếu số liệu</source>
        <translation>%1 cannot be checked</translation>
    </message>
    <message>
        <source>%1 không có đơn vị thuộc phạm vi</source>
        <translation>%1 without units in scope</translation>
    </message>
    <message>
        <source>%1 đã tắt</source>
        <translation>%1 switched off</translation>
    </message>
    <message>
        <source>%1  (tại ngày %2)</source>
        <translation>%1  (as of %2)</translation>
    </message>
</context>
<context>
    <name>bomay::SheetModel</name>
    <message>
        <source>đang ẩn</source>
        <translation>hidden</translation>
    </message>
</context>
<context>
    <name>bomay::StyleMenu</name>
    <message>
        <source>&amp;Kiểu</source>
        <translation>St&amp;yle</translation>
    </message>
    <message>
        <source>Cả sơ đồ</source>
        <translation>Whole chart</translation>
    </message>
    <message>
        <source>Nhánh đang chọn</source>
        <translation>Selected branch</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Lãnh đạo trong một ô</source>
        <translation>Leaders in one box</translation>
    </message>
    <message>
        <source>Chức vụ</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Người giữ chức vụ</source>
        <translation>Holders</translation>
    </message>
    <message>
        <source>Biên chế</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Tên viết tắt</source>
        <translation>Short names</translation>
    </message>
    <message>
        <source>Mã đơn vị</source>
        <translation>Unit codes</translation>
    </message>
    <message>
        <source>Đơn vị sắp thành lập</source>
        <translation>Units to come</translation>
    </message>
    <message>
        <source>Quan hệ và chú thích</source>
        <translation>Relations and legend</translation>
    </message>
    <message>
        <source>Màu sắc</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Dải trên cùng nối bằng quan hệ</source>
        <translation>Top band joined by relations</translation>
    </message>
    <message>
        <source>Thẳng hàng theo cấp</source>
        <translation>Levels at one height</translation>
    </message>
    <message>
        <source>Tên cấp ở lề</source>
        <translation>Levels named at the margin</translation>
    </message>
    <message>
        <source>Loại hình được vẽ…</source>
        <translation>Kinds drawn…</translation>
    </message>
    <message>
        <source>Chữ trên sơ đồ…</source>
        <translation>Words of the chart…</translation>
    </message>
    <message>
        <source>Quanh sơ đồ</source>
        <translation>Round the chart</translation>
    </message>
    <message>
        <source>Đặt thêm</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Sửa, bỏ đối tượng…</source>
        <translation>Change or take away…</translation>
    </message>
    <message>
        <source>Ảnh chân dung</source>
        <translation>Portrait</translation>
    </message>
</context>
<context>
    <name>bomay::TablePage</name>
    <message>
        <source>Trang:</source>
        <translation>Sheet:</translation>
    </message>
    <message>
        <source>Dòng tiêu đề:</source>
        <translation>Header row:</translation>
    </message>
    <message>
        <source>Chưa tìm thấy bảng trong trang này. Hãy cho biết dòng tiêu đề.</source>
        <translation>No table was found in this sheet yet. Say which row its header is in.</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng số liệu</source>
        <translation>
            <numerusform>%n row of data</numerusform>
            <numerusform>%n rows of data</numerusform>
        </translation>
    </message>
    <message>
        <source>tự tìm</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>Tệp theo biểu mẫu của chương trình: cột được đọc theo tiêu đề của biểu mẫu.</source>
        <translation>The file is the program’s template: columns are read by the template’s headers.</translation>
    </message>
    <message>
        <source>tự tìm (dòng %1)</source>
        <translation>automatic (row %1)</translation>
    </message>
    <message>
        <source>Danh sách sắp xếp đơn vị hành chính: mỗi dòng một đơn vị cũ và đơn vị mới.</source>
        <translation>A list of a rearrangement of localities: each row an old one and a new one.</translation>
    </message>
</context>
<context>
    <name>bomay::UnitForm</name>
    <message>
        <source>Đơn vị</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Tên</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tên viết tắt</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>Mã đơn vị</source>
        <translation>Unit code</translation>
    </message>
    <message>
        <source>Loại hình</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Khối</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Địa bàn</source>
        <translation>Locality</translation>
    </message>
    <message>
        <source>Biên chế giao</source>
        <translation>Staff allotted</translation>
    </message>
    <message>
        <source>Có mặt</source>
        <translation>In post</translation>
    </message>
    <message>
        <source>Cấp phó giao</source>
        <translation>Deputies allotted</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Chức vụ của đơn vị</source>
        <translation>Posts of the unit</translation>
    </message>
    <message>
        <source>Chức vụ (%1)</source>
        <translation>Posts (%1)</translation>
    </message>
    <message>
        <source>chưa rõ</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>%1 (theo đơn vị cấp trên)</source>
        <translation>%1 (from the unit above)</translation>
    </message>
    <message>
        <source>Văn bản giao</source>
        <translation>Allotting document</translation>
    </message>
</context>
<context>
    <name>bomay::VersionCommands</name>
    <message>
        <source>%1 (đã chốt)</source>
        <translation>%1 (sealed)</translation>
    </message>
    <message>
        <source>%1: số liệu ngày %2, ghi lúc %3, mã %4</source>
        <translation>%1: figures of %2, made at %3, code %4</translation>
    </message>
    <message>
        <source>Đã ghi phiên bản %1</source>
        <translation>Made version %1</translation>
    </message>
    <message>
        <source>Đặt tên phiên bản</source>
        <translation>Name a version</translation>
    </message>
    <message>
        <source>Tài liệu được lưu, và tình trạng hiện nay được giữ trong tệp dưới tên:</source>
        <translation>The document is saved, and its present state is kept in the file under the name:</translation>
    </message>
    <message>
        <source>Chốt số liệu</source>
        <translation>Seal the figures</translation>
    </message>
    <message>
        <source>Tài liệu được lưu, và số liệu tại ngày %1 được chốt. Bản đã chốt không sửa và không xóa được.</source>
        <translation>The document is saved, and the figures of %1 are sealed. What is sealed can neither be edited nor removed.</translation>
    </message>
    <message>
        <source>Chốt số liệu %1</source>
        <translation>Figures sealed on %1</translation>
    </message>
    <message>
        <source>Tài liệu chưa có phiên bản nào</source>
        <translation>The document has no versions yet</translation>
    </message>
    <message>
        <source>Xem phiên bản</source>
        <translation>Show a version</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Đưa về phiên bản</source>
        <translation>Bring back a version</translation>
    </message>
    <message>
        <source>Đây là một thay đổi, có thể hoàn tác; phiên bản vẫn còn.</source>
        <translation>This is a change and can be undone; the version stays.</translation>
    </message>
    <message>
        <source>Đưa về</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Đưa về phiên bản %1</source>
        <translation>Back to version %1</translation>
    </message>
    <message>
        <source>Tài liệu giống phiên bản đó</source>
        <translation>The document is the same as that version</translation>
    </message>
    <message>
        <source>So sánh với phiên bản</source>
        <translation>Compare with a version</translation>
    </message>
    <message>
        <source>Liệt kê những gì đã khác từ phiên bản đó đến nay.</source>
        <translation>Lists what has become different since that version.</translation>
    </message>
    <message>
        <source>So sánh</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Khác với phiên bản %1</source>
        <translation>Different from version %1</translation>
    </message>
    <message>
        <source>Xóa phiên bản</source>
        <translation>Remove a version</translation>
    </message>
    <message>
        <source>Phiên bản đã xóa không lấy lại được.</source>
        <translation>A removed version cannot be brought back.</translation>
    </message>
    <message>
        <source>Xóa</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Đã xóa phiên bản %1</source>
        <translation>Version %1 removed</translation>
    </message>
    <message>
        <source>Phiên bản chỉ xem được; “Trở lại tài liệu” đưa tài liệu trở lại.</source>
        <translation>A version can only be read; “Back to the document” brings the document back.</translation>
    </message>
</context>
<context>
    <name>bomay::ViewBar</name>
    <message>
        <source>Bản vẽ</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Sơ đồ chung</source>
        <translation>General chart</translation>
    </message>
</context>
<context>
    <name>bomay::ViewCommands</name>
    <message>
        <source>Sơ đồ chung</source>
        <translation>General chart</translation>
    </message>
    <message>
        <source>Bản vẽ mới</source>
        <translation>New view</translation>
    </message>
    <message>
        <source>Tên bản vẽ</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>Nhân bản bản vẽ</source>
        <translation>Duplicate view</translation>
    </message>
    <message>
        <source>Tên bản vẽ mới</source>
        <translation>Name of the new view</translation>
    </message>
    <message>
        <source>%1 (bản sao)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>Đổi tên bản vẽ</source>
        <translation>Rename view</translation>
    </message>
    <message>
        <source>Loại hình được vẽ</source>
        <translation>Kinds drawn</translation>
    </message>
    <message>
        <source>Đơn vị thuộc loại hình không chọn thì không vẽ, kể cả cấp dưới.</source>
        <translation>Units of kinds that are not ticked are left out, with all below them.</translation>
    </message>
    <message>
        <source>Vẽ</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>Chữ trên sơ đồ</source>
        <translation>Words of the chart</translation>
    </message>
    <message>
        <source>Để trống thì dùng chữ thường lệ.</source>
        <translation>Empty means the usual words.</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Đặt ở phía nào của sơ đồ?</source>
        <translation>At which side of the chart?</translation>
    </message>
    <message>
        <source>Đặt</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>%1 (%2) %3</source>
        <translation>%1 (%2) %3</translation>
    </message>
    <message>
        <source>Đối tượng quanh sơ đồ</source>
        <translation>What stands round the chart</translation>
    </message>
    <message>
        <source>Sửa hoặc bỏ đối tượng nào?</source>
        <translation>Which one is to change or go?</translation>
    </message>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Bỏ khỏi bản vẽ</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Chuyển sang: %1</source>
        <translation>Move to: %1</translation>
    </message>
    <message>
        <source>Sửa nội dung…</source>
        <translation>Change the text…</translation>
    </message>
    <message>
        <source>Làm</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>Chiều cao biểu trưng</source>
        <translation>Height of the logo</translation>
    </message>
    <message>
        <source>Bao nhiêu mm? Để trống thì theo mẫu.</source>
        <translation>How many mm? Empty means as the theme has it.</translation>
    </message>
    <message>
        <source>Đổi hình…</source>
        <translation>Another picture…</translation>
    </message>
    <message>
        <source>Đổi chiều cao…</source>
        <translation>Another height…</translation>
    </message>
</context>
<context>
    <name>bomay::WidgetDialogs</name>
    <message>
        <source>Bộ Máy</source>
        <translation>Bộ Máy</translation>
    </message>
    <message>
        <source>Lưu thay đổi của “%1”?</source>
        <translation>Save the changes of “%1”?</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Không lưu</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Hủy</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mọi dòng đều nhận được.</source>
        <translation>Every row can be taken.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Phục hồi tài liệu</source>
        <translation>Recover documents</translation>
    </message>
    <message>
        <source>Lần trước chương trình dừng đột ngột khi còn thay đổi chưa lưu. Các thay đổi đó vẫn còn. Tệp đã lưu không bị đụng đến; thay đổi đã bỏ thì không lấy lại được.</source>
        <translation>The program was stopped while changes were not saved. They are still there. Saved files are not touched; changes that are dropped cannot be brought back.</translation>
    </message>
    <message>
        <source>Phục hồi</source>
        <translation>Recover</translation>
    </message>
    <message>
        <source>Bỏ thay đổi</source>
        <translation>Drop the changes</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Phần còn đọc được có thể mở thành một tài liệu mới, chưa lưu. Tệp hỏng vẫn như cũ.</source>
        <translation>What can be read can be opened as a new, unsaved document. The damaged file stays as it is.</translation>
    </message>
    <message>
        <source>Tài liệu bị hỏng</source>
        <translation>Damaged document</translation>
    </message>
    <message>
        <source>Cứu phần còn đọc được</source>
        <translation>Save what can be read</translation>
    </message>
    <message>
        <source>Có dòng không nhận được hoặc cần xem lại. Ghi các dòng tốt, hay sửa bảng rồi dán lại?</source>
        <translation>Some rows could not be taken or need another look. Write the good rows, or mend the table and paste it again?</translation>
    </message>
    <message>
        <source>Dán bảng giao cấp phó, biên chế</source>
        <translation>Paste a table of allotments</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Ghi các dòng tốt</source>
        <translation>Write the good rows</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Đã có tệp “%1”. Ghi đè lên tệp đó?</source>
        <translation>There is a file “%1” already. Overwrite it?</translation>
    </message>
    <message>
        <source>Ghi đè</source>
        <translation>Overwrite</translation>
    </message>
    <message>
        <source>Chọn tên khác</source>
        <translation>Choose another name</translation>
    </message>
    <message>
        <source>Dừng</source>
        <translation>Stop</translation>
    </message>
</context>
</TS>
