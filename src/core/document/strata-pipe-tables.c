/* Pipe tables, which cmark takes for paragraphs. Their lines are looked up in the
 * source. The cells of all tables are then read by cmark in one go, each as a
 * heading of one line, which can be nothing else whatever stands in it, followed by
 * the rest of the document where its link definitions may matter. */
#include "strata-pipe-tables-private.h"

#include <string.h>

#include "strata-pipe-row-private.h"
#include "strata-source-private.h"

#define MAX_COLUMNS 500
#define MAX_FILLED 65536    /* cells that are missing in the source */

struct _StrataPipeTables
{
  GArray     *tables;     /* StrataPipeTable */
  guint       next;
  guint       n_filled;
  GString    *cells;      /* what cmark reads */
  const char *copied;     /* up to where the source is in @others */
  GString    *others;     /* the source without the rows of tables */
  cmark_node *root;       /* what it has read */
  cmark_node *node;       /* the next of it */
  GArray     *lines;      /* StrataSlice: of the paragraph looked at */
  GArray     *aligns;
};

static gboolean
is_block (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST
         || type == CMARK_NODE_ITEM;
}

static cmark_node *
next_block (cmark_node *node)
{
  if (is_block (node) && cmark_node_first_child (node) != NULL)
    return cmark_node_first_child (node);
  while (node != NULL && cmark_node_next (node) == NULL)
    node = cmark_node_parent (node);
  return node != NULL ? cmark_node_next (node) : NULL;
}

/* The lines of a block. ---------------------------------------------------------- */

/* Behind the marks of the containers around, outermost first. A line that leaves
 * some of them out goes on with a paragraph, but is no line of a table. */
static gboolean
skip_containers (const char **p,
                 GArray      *containers)
{
  guint room = 3, indent = 0;

  for (guint i = 0; i < containers->len; i++)
    {
      if (g_array_index (containers, cmark_node_type, i) == CMARK_NODE_ITEM)
        {
          room = G_MAXUINT;
          continue;
        }
      for (indent = 0; **p == ' ' || **p == '\t'; (*p)++)
        indent += **p == '\t' ? 4 : 1;
      if (**p != '>' || indent > room)
        return FALSE;
      (*p)++;
      room = 3;
    }
  return room == 3 || **p == ' ' || **p == '\t';
}

static GArray *
containers_around (cmark_node *node)
{
  GArray *containers = g_array_new (FALSE, FALSE, sizeof (cmark_node_type));

  for (node = cmark_node_parent (node); node != NULL; node = cmark_node_parent (node))
    {
      cmark_node_type type = cmark_node_get_type (node);

      if (type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE)
        g_array_append_val (containers, type);
    }
  for (guint i = 0; i < containers->len / 2; i++)
    {
      cmark_node_type *one = &g_array_index (containers, cmark_node_type, i);
      cmark_node_type *other =
          &g_array_index (containers, cmark_node_type, containers->len - 1 - i);
      cmark_node_type type = *one;

      *one = *other;
      *other = type;
    }
  return containers;
}

/* Whether one of the lines looks as if it were below a table's heads. */
static gboolean
may_hold_table (StrataCursor cursor,
                int          last)
{
  for (int number = cursor.number + 1; number <= last; number++)
    {
      const char *line = _strata_cursor_seek (&cursor, number);

      if (line == NULL)
        return FALSE;
      line += strspn (line, " \t>");
      if (*line != '\0' && strchr ("|:-", *line) != NULL
          && strspn (line, "|:- \t\v\f") == _strata_line_length (line))
        return TRUE;
    }
  return FALSE;
}

/* cmark may say that a heading ends with a line after the one that underlines it. */
static int
find_underline (StrataCursor cursor,
                int          last)
{
  for (int number = cursor.number + 1; number <= last; number++)
    {
      const char *line = _strata_cursor_seek (&cursor, number);
      gsize length;

      if (line == NULL)
        break;
      line += strspn (line, " \t>");
      length = strspn (line, *line == '=' ? "=" : "-");
      if (length > 0 && length + strspn (line + length, " \t") == _strata_line_length (line))
        return number;
    }
  return 0;
}

/* Returns how many of the lines, from the first, have all marks. */
static guint
collect_lines (StrataPipeTables *self,
               StrataCursor      cursor,
               cmark_node       *node,
               int               last)
{
  g_autoptr (GArray) containers = containers_around (node);
  int first = cmark_node_get_start_line (node);
  guint n_whole = 0;

  g_array_set_size (self->lines, 0);
  for (int number = first; number <= last; number++)
    {
      const char *line = _strata_cursor_seek (&cursor, number);
      gsize length = line != NULL ? _strata_line_length (line) : 0;
      const char *p = line;
      gboolean is_whole = TRUE;
      StrataSlice slice;

      if (line == NULL)
        break;
      if (number == first)
        p += MIN ((gsize) MAX (cmark_node_get_start_column (node) - 1, 0), length);
      else
        is_whole = skip_containers (&p, containers);
      slice = _strata_slice_trim ((StrataSlice) { p, length - (gsize) (p - line) });
      if (is_whole && n_whole == self->lines->len)
        n_whole++;
      g_array_append_val (self->lines, slice);
    }
  return n_whole;
}

/* What cmark is to read. --------------------------------------------------------- */

static void
add_cell (StrataPipeTables *self,
          StrataSlice       cell)
{
  g_string_append (self->cells, "# ");
  for (gsize i = 0; i < cell.length; i++)
    {
      if (cell.start[i] != '\\' || i + 1 == cell.length || cell.start[i + 1] != '|')
        g_string_append_c (self->cells, cell.start[i]);
    }
  g_string_append (self->cells, " #\n");
}

/* Indented so far that no line begins anything; a rule shows where it ends. */
static gboolean
add_paragraph (StrataPipeTables *self,
               guint             first,
               guint             last)
{
  for (guint i = first; i < last; i++)
    {
      const StrataSlice *line = &g_array_index (self->lines, StrataSlice, i);

      g_string_append (self->cells, i > first ? "    " : "");
      g_string_append_len (self->cells, line->start, (gssize) line->length);
      g_string_append_c (self->cells, '\n');
    }
  if (first < last)
    g_string_append (self->cells, "\n***\n");
  return first < last;
}

static StrataSlice
row_at (StrataPipeTables *self,
        guint             i)
{
  StrataSlice row = g_array_index (self->lines, StrataSlice, i);

  if (row.length > 0 && row.start[0] == '|')
    {
      row.start++;
      row.length--;
    }
  return row;
}

/* FALSE, and nothing is added, where too much would have to be filled. */
static gboolean
add_row (StrataPipeTables *self,
         StrataSlice       row,
         guint             n_columns)
{
  guint n_cells = _strata_pipe_count_cells (row);
  StrataSlice cell;

  if (n_cells < n_columns)
    self->n_filled += n_columns - n_cells;
  if (self->n_filled > MAX_FILLED)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      if (_strata_pipe_next_cell (&row, &cell))
        add_cell (self, cell);
      else
        g_string_append (self->cells, "#\n");
    }
  return TRUE;
}

/* Where the line of dashes is whose heads stand in the line before; 0 for nowhere. */
static guint
find_delimiter (StrataPipeTables *self,
                guint             n_lines)
{
  for (guint i = 1; i < n_lines; i++)
    {
      const StrataSlice *line = &g_array_index (self->lines, StrataSlice, i);

      if (line->length > 0 && strchr ("|:-", line->start[0]) != NULL
          && _strata_pipe_read_delimiter (row_at (self, i), self->aligns)
          && self->aligns->len <= MAX_COLUMNS
          && _strata_pipe_count_cells (row_at (self, i - 1)) == self->aligns->len)
        return i;
    }
  return 0;
}

/* The source up to the table's rows, which define no links; a second reading need
 * not go through them. */
static void
leave_out (StrataPipeTables *self,
           guint             first,
           guint             last)
{
  const char *start = g_array_index (self->lines, StrataSlice, first).start;
  const StrataSlice *end = &g_array_index (self->lines, StrataSlice, last - 1);

  g_string_append_len (self->others, self->copied, (gssize) (start - self->copied));
  self->copied = end->start + end->length;
}

static void
look_at (StrataPipeTables *self,
         StrataCursor     *cursor,
         cmark_node       *node)
{
  StrataPipeTable table = { .node = node, .n_rows = 1 };
  int last = cmark_node_get_end_line (node);
  guint n_whole, delimiter, i;

  if (last <= cmark_node_get_start_line (node)
      || _strata_cursor_seek (cursor, cmark_node_get_start_line (node)) == NULL)
    return;
  if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
    {
      /* A line of dashes below a table is a rule; one of equals signs is a row. */
      table.rule = cmark_node_get_heading_level (node) == 2;
      last = find_underline (*cursor, last) - (table.rule ? 1 : 0);
    }
  if (!may_hold_table (*cursor, last))
    return;
  n_whole = collect_lines (self, *cursor, node, last);
  delimiter = find_delimiter (self, n_whole);
  if (delimiter == 0)
    return;
  table.n_columns = self->aligns->len;
  table.aligns = g_memdup2 (self->aligns->data, table.n_columns * sizeof (StrataAlign));
  table.before = add_paragraph (self, 0, delimiter - 1);
  add_row (self, row_at (self, delimiter - 1), table.n_columns);
  for (i = delimiter + 1; i < n_whole && add_row (self, row_at (self, i), table.n_columns); i++)
    table.n_rows++;
  leave_out (self, delimiter, i);
  table.after = add_paragraph (self, i, self->lines->len);
  g_array_append_val (self->tables, table);
}

/* -------------------------------------------------------------------------------- */

static void
table_clear (gpointer data)
{
  g_free (((StrataPipeTable *) data)->aligns);
}

/**
 * _strata_pipe_tables_new:
 * @root: what cmark made of @source
 * @source: the document
 *
 * Returns: (transfer full): its tables, in their order
 */
StrataPipeTables *
_strata_pipe_tables_new (cmark_node *root,
                         const char *source)
{
  StrataPipeTables *self = g_new0 (StrataPipeTables, 1);
  StrataCursor cursor = { source, 1 };

  self->tables = g_array_new (FALSE, FALSE, sizeof (StrataPipeTable));
  g_array_set_clear_func (self->tables, table_clear);
  self->cells = g_string_new (NULL);
  self->others = g_string_new (NULL);
  self->copied = source;
  self->lines = g_array_new (FALSE, FALSE, sizeof (StrataSlice));
  self->aligns = g_array_new (FALSE, FALSE, sizeof (StrataAlign));
  for (cmark_node *node = root; node != NULL; node = next_block (node))
    {
      cmark_node_type type = cmark_node_get_type (node);

      if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
        look_at (self, &cursor, node);
    }
  if (self->tables->len > 0)
    {
      if (strchr (self->cells->str, '[') != NULL && strstr (source, "]:") != NULL)
        g_string_append_printf (self->cells, "***\n%s%s", self->others->str, self->copied);
      self->root = cmark_parse_document (self->cells->str, self->cells->len, CMARK_OPT_DEFAULT);
      self->node = cmark_node_first_child (self->root);
    }
  return self;
}

void
_strata_pipe_tables_free (StrataPipeTables *self)
{
  g_array_unref (self->tables);
  g_array_unref (self->lines);
  g_array_unref (self->aligns);
  g_string_free (self->cells, TRUE);
  g_string_free (self->others, TRUE);
  g_clear_pointer (&self->root, cmark_node_free);
  g_free (self);
}

/* The table that is at @node. Ask for every paragraph and heading, in their order. */
const StrataPipeTable *
_strata_pipe_tables_match (StrataPipeTables *self,
                           cmark_node       *node)
{
  if (self->next == self->tables->len
      || g_array_index (self->tables, StrataPipeTable, self->next).node != node)
    return NULL;
  return &g_array_index (self->tables, StrataPipeTable, self->next++);
}

static cmark_node *
take (StrataPipeTables *self,
      cmark_node_type   type)
{
  cmark_node *node = self->node;

  if (node == NULL || cmark_node_get_type (node) != type)
    return NULL;
  self->node = cmark_node_next (node);
  return node;
}

/* What stands before or after a table; NULL if that were link definitions. */
cmark_node *
_strata_pipe_tables_take_paragraph (StrataPipeTables *self)
{
  cmark_node *paragraph = take (self, CMARK_NODE_PARAGRAPH);

  take (self, CMARK_NODE_THEMATIC_BREAK);
  return paragraph;
}

cmark_node *
_strata_pipe_tables_take_cell (StrataPipeTables *self)
{
  return take (self, CMARK_NODE_HEADING);
}
