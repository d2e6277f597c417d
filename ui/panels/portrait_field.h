// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/ui_context.h"

#include <QWidget>

class QLabel;
class QMimeData;
class QPushButton;

namespace bomay {

/// The photograph of one person: shown small, pasted, dropped on it, taken away with Del; each of these is an edit.
/// Which file to take is for who opens dialogs.
class PortraitField : public QWidget
{
    Q_OBJECT

public:
    explicit PortraitField(const UiContext &context, QWidget *parent = nullptr);

    /// Null shows none and takes none.
    void setPerson(PersonId person);
    void refresh();

Q_SIGNALS:
    void fileWanted(bomay::PersonId person);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void paste();
    void remove();
    void take(const QMimeData &mime);
    void showPicture();

    UiContext m_context;
    PersonId m_person;
    Picture m_shown;
    QLabel *m_image;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QPushButton *m_remove;
};

} // namespace bomay
