/* Qt's table view over its filter model: peer-qt-table ROWS.TSV */
#include <QAbstractTableModel>
#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>
#include <vector>

#include "typing.h"

class Rows : public QAbstractTableModel
{
public:
  bool
  read (const char *path)
  {
    QFile file (path);

    if (!file.open (QIODevice::ReadOnly))
      return false;
    for (const QString &line : QString::fromUtf8 (file.readAll ()).split ('\n', Qt::SkipEmptyParts))
      {
        texts.push_back (line);
        cells.push_back (line.split ('\t'));
      }
    return true;
  }

  int
  rowCount (const QModelIndex &parent) const override
  {
    return parent.isValid () ? 0 : int (texts.size ());
  }

  int
  columnCount (const QModelIndex &) const override
  {
    return 3;
  }

  QVariant
  data (const QModelIndex &index, int role) const override
  {
    if (role == Qt::UserRole)     /* all of the row, to be looked through */
      return texts[size_t (index.row ())];
    return role == Qt::DisplayRole ? QVariant (cells[size_t (index.row ())][index.column ()]) : QVariant ();
  }

private:
  std::vector<QString> texts;
  std::vector<QStringList> cells;
};

int
main (int   argc,
      char *argv[])
{
  QApplication app (argc, argv);
  Rows rows;
  QSortFilterProxyModel filtered;
  QTableView view;
  double known[N_QUERIES], shown[N_QUERIES];
  int n = 0;

  if (argc < 2 || !rows.read (argv[1]))
    return 2;
  filtered.setFilterRole (Qt::UserRole);
  filtered.setFilterCaseSensitivity (Qt::CaseInsensitive);
  filtered.setSortLocaleAware (true);
  filtered.setSourceModel (&rows);
  filtered.sort (0);
  view.setModel (&filtered);
  view.horizontalHeader ()->setSectionResizeMode (QHeaderView::Stretch);
  view.resize (900, 700);
  view.show ();

  QTimer timer;
  QObject::connect (&timer, &QTimer::timeout, [&] {
    double start = bench_now ();

    filtered.setFilterFixedString (bench_queries[n]);
    known[n] = bench_now () - start;
    QCoreApplication::sendPostedEvents ();
    view.viewport ()->repaint ();
    shown[n] = bench_now () - start;
    timer.setInterval (400);
    if (++n < N_QUERIES)
      return;
    bench_print (known, shown);
    QCoreApplication::quit ();
  });
  timer.start (1000);
  return app.exec ();
}
