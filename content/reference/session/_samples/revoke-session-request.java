import com.latchkey.Latchkey;

public class RevokeSession {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var session = latchkey.sessions.revokeSession("session_01J9ZQ9W2E");

    System.out.println(session.endedAt);
  }
}
