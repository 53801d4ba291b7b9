#include "strata-loader.h"

/**
 * strata_course_load:
 * @folder: path of a course
 * @faults: (element-type StrataFault): where every fault is added
 *
 * Returns: (transfer full) (nullable): the course, %NULL if it has any fault
 */
StrataCourse *
strata_course_load (const char *folder,
                    GPtrArray  *faults)
{
  return NULL;
}
