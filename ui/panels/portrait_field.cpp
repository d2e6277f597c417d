// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/portrait_field.h"

#include "core/change/edits_pictures.h"
#include "core/render/picture_image.h"
#include "core/render/picture_intake.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace bomay {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize kShown(60, 80); ///< pixels of the screen without its scale

/// The first file of this machine that was copied or is dragged.
QString fileIn(const QMimeData &data)
{
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

QPixmap pixmapOf(const Picture &picture, qreal scale)
{
    const QSize size =
        headerOf(picture).size.scaled((QSizeF(kShown) * scale).toSize(), Qt::KeepAspectRatio).expandedTo({1, 1});
    const QImage image = imageFor(picture, size);
    if (image.isNull())
        return {};
    QPixmap pixmap = QPixmap::fromImage(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace

PortraitField::PortraitField(const UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_image(new QLabel(this))
    , m_choose(new QPushButton(tr("Chọn…"), this))
    , m_paste(new QPushButton(tr("Dán"), this))
    , m_remove(new QPushButton(tr("Bỏ"), this))
{
    build();
    connect(m_choose, &QPushButton::clicked, this, [this] { Q_EMIT fileWanted(m_person); });
    connect(m_paste, &QPushButton::clicked, this, &PortraitField::paste);
    connect(m_remove, &QPushButton::clicked, this, &PortraitField::remove);
    showPicture();
}

void PortraitField::build()
{
    setAcceptDrops(true);
    m_image->setObjectName(u"portrait"_s);
    m_image->setFixedSize(kShown + QSize(2, 2));
    m_image->setFrameShape(QFrame::StyledPanel);
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setWordWrap(true);
    m_choose->setObjectName(u"choosePortrait"_s);
    m_choose->setAccessibleName(tr("Chọn tệp ảnh chân dung"));
    m_choose->setToolTip(tr("Chọn tệp ảnh, hoặc kéo ảnh thả vào đây. Ảnh được cắt theo khổ 3 × 4 và thu nhỏ."));
    m_paste->setObjectName(u"pastePortrait"_s);
    m_paste->setAccessibleName(tr("Dán ảnh chân dung"));
    m_paste->setToolTip(tr("Dán ảnh đã sao chép (Ctrl+V)"));
    m_remove->setObjectName(u"removePortrait"_s);
    m_remove->setAccessibleName(tr("Bỏ ảnh chân dung"));
    m_remove->setToolTip(
        tr("Bỏ ảnh (Del). Nhật ký và các phiên bản trong tệp còn giữ ảnh cũ; “Bản sao không có dữ liệu cá nhân” "
           "thì không."));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(3);
    for (QPushButton *button : {m_choose, m_paste, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_image, 0, Qt::AlignTop);
    row->addLayout(buttons);
    row->addStretch(1);
}

void PortraitField::setPerson(PersonId person)
{
    m_person = person;
    refresh();
}

void PortraitField::refresh()
{
    const Portrait *portrait = m_context.document.organisation().portraitOf(m_person);
    const Picture picture = portrait != nullptr ? portrait->picture : Picture{};
    if (picture == m_shown)
        return;
    m_shown = picture;
    showPicture();
}

void PortraitField::showPicture()
{
    const bool hadKeyboard = m_remove->hasFocus();
    const QPixmap pixmap = m_shown.isEmpty() ? QPixmap() : pixmapOf(m_shown, devicePixelRatioF());
    if (pixmap.isNull())
        m_image->setText(m_shown.isEmpty() ? tr("Chưa có ảnh") : tr("Ảnh không đọc được"));
    else
        m_image->setPixmap(pixmap);
    m_image->setAccessibleName(m_shown.isEmpty() ? tr("Chưa có ảnh chân dung") : tr("Ảnh chân dung"));
    m_remove->setEnabled(!m_shown.isEmpty());
    if (hadKeyboard && m_shown.isEmpty())
        m_choose->setFocus();
}

void PortraitField::paste()
{
    if (const QMimeData *mime = QApplication::clipboard()->mimeData())
        take(*mime);
}

void PortraitField::take(const QMimeData &mime)
{
    if (m_person.isNull())
        return;
    Document &document = m_context.document;
    const QString file = fileIn(mime);
    Result<Picture> picture = fail(u"picture-not-there"_s);
    if (!file.isEmpty())
        picture = readPicture(file, PictureUse::Portrait);
    else if (mime.hasImage())
        picture = keptPicture(qvariant_cast<QImage>(mime.imageData()), PictureUse::Portrait);
    if (!picture)
        document.perform(std::unexpected(std::move(picture).error()));
    else
        document.perform(setPortrait(document.organisation(), m_person, *picture, document.ids()));
}

void PortraitField::remove()
{
    if (!m_person.isNull())
        m_context.document.perform(removePortrait(m_context.document.organisation(), m_person));
}

bool PortraitField::event(QEvent *event)
{
    // Here these keys mean the photograph; the window's own would take the post away and paste a branch.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.matches(QKeySequence::Paste) || key.key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void PortraitField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier)
        remove();
    else
        QWidget::keyPressEvent(event);
}

void PortraitField::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_person.isNull() && (event->mimeData()->hasImage() || !fileIn(*event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void PortraitField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(*event->mimeData());
}

} // namespace bomay
