// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chart/font_table.h"
#include "ui/document/ui_context.h"
#include "ui/window/dialogs.h"
#include "ui/window/key_bindings.h"

#include <QMainWindow>

class QActionGroup;
class QLabel;
class QMenu;
class QToolBar;

namespace bomay {

class ClipboardCommands;
class CollectionCommands;
class CommandActions;
class FindBar;
class FoldCommands;
class NoticeBands;
class OutlinePanel;
class RecoveryCommands;
class ReorganisationCommands;
class FindingCommands;
class PaperCommands;
class VersionCommands;
class ViewCommands;

/// The window: puts canvas, panels, bars and commands in their places and keeps titles, marks and enabled states true.
/// What commands do stands elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// An empty document; its session and all later ones get these ports. The dialogs, messages and fonts must outlive
    /// the window.
    MainWindow(const SessionPorts &ports, Dialogs &dialogs, const MessageCatalog &messages, Language language,
               const FontTable &fonts);

    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] ChartCanvas &canvas() { return *m_canvas; }
    [[nodiscard]] FileCommands &files() { return *m_files; }
    [[nodiscard]] RecoveryCommands &recovery() { return *m_recovery; }
    [[nodiscard]] CollectionCommands &collection() { return *m_collection; }
    /// The action of a command of the table; null for an unknown id.
    [[nodiscard]] QAction *action(const QString &id) const;
    /// The keys that the user bound; those of the table until then.
    void bindKeys(const KeyBindings &bindings);

Q_SIGNALS:
    /// The user wants the other language at the next start.
    void languageChosen(bomay::Language language);
    /// A file is to be opened in a window of its own.
    void windowWanted(const QString &path);
    /// The user bound other keys; they hold at once.
    void keysBound(const bomay::KeyBindings &bindings);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanels(const UiContext &context);
    void buildCommands();
    void buildLanguageMenu(QMenu *menu);
    void buildStatusBar();
    void present();
    /// Opens the field for the name of what is selected, where it is shown.
    void nameSelected();
    void openGallery();
    void toggleFullScreen();
    void offerPlaces();
    void offerCommands();
    void showKeys();
    void refreshTitle();
    void refreshCounts();
    void refreshZoom();
    void showNextFinding();
    void showFilter();
    void showCollection();
    /// The keyboard goes so many parts of the window on: the chart, and each panel that is seen.
    void goToPanel(int by);

    Document *m_document;
    UiContext m_context;
    const FontTable &m_fonts;
    RecoveryCommands *m_recovery;
    FileCommands *m_files;
    CollectionCommands *m_collection;
    VersionCommands *m_versions;
    EditCommands *m_edits;
    ReorganisationCommands *m_reorganisation;
    FindingCommands *m_rules;
    ViewCommands *m_drawing;
    FoldCommands *m_folds;
    PaperCommands *m_papers;
    ChartCanvas *m_canvas;
    OutlinePanel *m_outline;
    ClipboardCommands *m_clipboard;
    FindBar *m_find;
    NoticeBands *m_bands;
    CommandActions *m_commands = nullptr;
    QLabel *m_counts;
    QLabel *m_findings;
    QLabel *m_zoom;
};

} // namespace bomay
