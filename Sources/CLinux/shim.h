// Calls that Swift cannot make by itself: `syscall` and `prctl` take a variable number of arguments,
// and what glibc declares only under _GNU_SOURCE is not in Swift's Glibc.
#pragma once

#include <fcntl.h>
#include <linux/capability.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int linux_o_path = __O_PATH;

extern int setresuid(uid_t real, uid_t effective, uid_t saved);
extern int setresgid(gid_t real, gid_t effective, gid_t saved);

// Gives memory from so many bytes on back to the system as soon as it is freed.
static inline void linux_give_back_blocks_from(int bytes) {
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TRIM_THRESHOLD, 2 * bytes);
}

static inline int linux_set_no_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

// No core file, and no other process of the user may look into this one.
static inline int linux_set_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// capabilities(7): one bit for each.
struct linux_capabilities {
  uint64_t effective, permitted, inheritable;
};

static inline int linux_get_capabilities(struct linux_capabilities *sets) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2] = {{0}};
  if (syscall(SYS_capget, &header, data) != 0) return -1;
  sets->effective = data[0].effective | (uint64_t)data[1].effective << 32;
  sets->permitted = data[0].permitted | (uint64_t)data[1].permitted << 32;
  sets->inheritable = data[0].inheritable | (uint64_t)data[1].inheritable << 32;
  return 0;
}

static inline int linux_set_capabilities(const struct linux_capabilities *sets) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct data[2] = {
      {(uint32_t)sets->effective, (uint32_t)sets->permitted, (uint32_t)sets->inheritable},
      {(uint32_t)(sets->effective >> 32), (uint32_t)(sets->permitted >> 32),
       (uint32_t)(sets->inheritable >> 32)}};
  return (int)syscall(SYS_capset, &header, data);
}

static inline int linux_clear_ambient_capabilities(void) {
  return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

// Fails with EINVAL for a capability that the kernel does not know.
static inline int linux_drop_bounding_capability(int capability) {
  return prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

// landlock(7). The structures are those of the newest version that is used here; older kernels take
// them as long as what they do not know is zero. Headers may be older than the kernel.
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

// The highest version that the kernel offers; -1 if none.
static inline int linux_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, 1u);
}

static inline int linux_landlock_create(uint64_t files, uint64_t network, uint64_t scopes) {
  const struct {
    uint64_t files, network, scopes;
  } attributes = {files, network, scopes};
  return (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0u);
}

static inline int linux_landlock_allow_path(int ruleset, int path, uint64_t access) {
  const struct {
    uint64_t access;
    int32_t path;
  } __attribute__((packed)) attributes = {access, path};
  return (int)syscall(SYS_landlock_add_rule, ruleset, 1, &attributes, 0u);
}

static inline int linux_landlock_allow_port(int ruleset, uint16_t port, uint64_t access) {
  const struct {
    uint64_t access, port;
  } attributes = {access, port};
  return (int)syscall(SYS_landlock_add_rule, ruleset, 2, &attributes, 0u);
}

static inline int linux_landlock_restrict_self(int ruleset) {
  return (int)syscall(SYS_landlock_restrict_self, ruleset, 0u);
}
