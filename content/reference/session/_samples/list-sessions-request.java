import com.latchkey.Latchkey;
import com.latchkey.sessions.ListSessionsOptions;
import com.latchkey.sessions.SessionStatus;

public class ListSessions {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var list = latchkey.sessions.listSessions(
        ListSessionsOptions.builder()
            .userId("user_01J9ZN2C5T")
            .status(SessionStatus.Active)
            .build());

    for (var session : list.data) {
      System.out.println(session.id + " " + session.authMethod);
    }
  }
}
