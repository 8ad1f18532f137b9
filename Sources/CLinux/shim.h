// Calls that Swift cannot make by itself: `syscall` and `prctl` take a variable number of arguments.
#pragma once

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline int linux_set_no_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
