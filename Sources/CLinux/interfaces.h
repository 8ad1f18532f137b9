// Packet sockets and interfaces (packet(7), netdevice(7)): structures and requests that Swift does not see.
#pragma once

#include <arpa/inet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netpacket/packet.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

struct linux_interface {
  int index;
  unsigned flags;     // IFF_UP and others
  unsigned hardware;  // ARPHRD_ETHER and others
};

// Looks an interface up by name; any socket will do. Nonzero if there is none.
static inline int linux_find_interface(int fd, const char *name, struct linux_interface *found) {
  struct ifreq request;
  memset(&request, 0, sizeof request);
  strncpy(request.ifr_name, name, IFNAMSIZ - 1);
  if (ioctl(fd, SIOCGIFINDEX, &request) != 0) return -1;
  found->index = request.ifr_ifindex;
  if (ioctl(fd, SIOCGIFFLAGS, &request) != 0) return -1;
  found->flags = (unsigned short)request.ifr_flags;
  if (ioctl(fd, SIOCGIFHWADDR, &request) != 0) return -1;
  found->hardware = request.ifr_hwaddr.sa_family;
  return 0;
}

// The interface that a packet socket is bound to: 0 for every one, -1 if it is no more, -2 for other sockets.
static inline int linux_bound_interface(int fd) {
  struct sockaddr_ll address;
  socklen_t length = sizeof address;
  memset(&address, 0, sizeof address);
  if (getsockname(fd, (struct sockaddr *)&address, &length) != 0) return -2;
  return address.sll_family == AF_PACKET ? address.sll_ifindex : -2;
}

static inline int linux_bind_to_interface(int fd, int index) {
  struct sockaddr_ll address;
  memset(&address, 0, sizeof address);
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = index;
  return bind(fd, (struct sockaddr *)&address, sizeof address);
}

static inline int linux_make_promiscuous(int fd, int index) {
  struct packet_mreq request;
  memset(&request, 0, sizeof request);
  request.mr_ifindex = index;
  request.mr_type = PACKET_MR_PROMISC;
  return setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &request, sizeof request);
}

// A descriptor that poll(2) finds readable once something was written to it.
static inline int linux_event_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
